import Searching
import System

// What was searched for, for the arrows at the next prompt.
extension Keeping {
  /// The most that are kept: the newest.
  public static let mostSearches = 100

  /// What was searched for, the oldest first, each once.
  public func searches() -> Kept<[String]> {
    read(history) { file in Self.texts(file["searches"]) }
  }

  /// Keeps what was searched for, the newest last, behind what this and other readers kept before.
  /// - Returns: what was set aside before, and why.
  @discardableResult
  public func save(searches new: [String]) throws(Problem) -> Problem? {
    if new.isEmpty { return nil }
    return try history.change { members in
      let before = Self.texts(JSONTree.Value.object(members)["searches"]).filter { !new.contains($0) }
      let all = (before + new).suffix(Self.mostSearches).map { JSONTree(value: .string($0)) }
      members.removeAll { $0.name == "searches" }
      members.append(JSONTree.Member(name: "searches", line: 0, value: JSONTree(value: .array(all))))
    }
  }

  private static func texts(_ list: JSONTree.Value?) -> [String] {
    guard case .array(let elements)? = list else { return [] }
    return elements.compactMap(\.value.string)
  }
}
