/// All that the last line has said, and what it has yet to say.
///
/// Notices of what went wrong are kept for good; of the other messages the newest.
struct MessageLog: Sendable {
  struct Entry: Sendable, Equatable {
    var text: String
    /// Whether it tells of something that went wrong beside what a person did.
    var isNotice: Bool
  }

  /// The oldest first.
  private(set) var entries: [Entry] = []
  /// The notices of which no screen has told since they came.
  var unseen: [Entry] { entries.suffix(entries.count - seen).filter(\.isNotice) }
  /// How many of the entries have been told of.
  private var seen = 0
  private var passing = 0

  /// How many messages are kept beside the notices.
  private static let limit = 500

  /// Adds what has not been said yet.
  mutating func add(notices: [String]) {
    var known = Set(entries.lazy.filter(\.isNotice).map(\.text))
    entries += notices.filter { known.insert($0).inserted }.map { Entry(text: $0, isNotice: true) }
  }

  mutating func add(_ message: String) {
    guard entries.last?.text != message else { return }
    entries.append(Entry(text: message, isNotice: false))
    passing += 1
    guard passing > Self.limit, let oldest = entries.firstIndex(where: { !$0.isNotice }) else { return }
    entries.remove(at: oldest)
    passing -= 1
    if oldest < seen { seen -= 1 }
  }

  mutating func markSeen() { seen = entries.count }
}
