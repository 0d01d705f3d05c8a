import Foundation
import Newspaper
import PageParsing

extension Papers {
  /// The five given pages, newest first.
  static let seeds: [Newspaper.Issue] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("seeds")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let issues = names.sorted().compactMap { name -> Newspaper.Issue? in
      guard let bytes = try? Data(contentsOf: folder.appendingPathComponent(name)) else { return nil }
      let page = Page(number: 1, path: name, text: PageText(bytes: Array(bytes)))
      return parseIssue(id: String(name.dropLast(4)), pages: [page])
    }
    return issues.sorted { ($0.date?.value ?? "") > ($1.date?.value ?? "") }
  }()

  /// A file of the folder `Resources`.
  static func resource(_ name: String) -> String { file("Resources/" + name) }

  /// A file of the repository, by its path in it.
  static func file(_ path: String) -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return (try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)) ?? ""
  }
}
