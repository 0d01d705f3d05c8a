/// Lines typed before, for the arrows.
struct LineHistory: Sendable, Equatable {
  private var lines: [String] = []
  /// Lines typed since they were last taken.
  private var new: [String] = []

  /// Older lines than so many are dropped.
  static let limit = 200

  /// - Parameter lines: the oldest first.
  init(_ lines: [String] = []) { lines.forEach { remember($0) } }

  /// Remembers a line; the same line twice is remembered once, as the newest.
  mutating func add(_ line: String) {
    guard !line.isEmpty else { return }
    remember(line)
    new.removeAll { $0 == line }
    new.append(line)
  }

  /// Takes the lines that were typed since they were last taken, each once, the newest last.
  mutating func takeNew() -> [String] {
    defer { new = [] }
    return new
  }

  private mutating func remember(_ line: String) {
    lines.removeAll { $0 == line }
    lines.append(line)
    if lines.count > Self.limit { lines.removeFirst() }
  }

  var newestFirst: [String] { lines.reversed() }

  /// A place in the history: the steps back to it, and the line that was being typed.
  struct Cursor: Sendable, Equatable {
    var back = 0
    var draft = ""
  }

  /// Goes so many steps further back; nil where there is no line.
  func step(_ cursor: inout Cursor, by steps: Int, from current: String) -> String? {
    let back = cursor.back + steps
    guard (0...lines.count).contains(back) else { return nil }
    if cursor.back == 0 { cursor.draft = current }
    cursor.back = back
    return back == 0 ? cursor.draft : lines[lines.count - back]
  }
}
