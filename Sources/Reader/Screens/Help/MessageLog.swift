/// All messages of the last line, and the notices that it has yet to show.
///
/// All notices are kept; of the other messages the newest.
struct MessageLog: Sendable {
  struct Entry: Sendable, Equatable {
    var text: String
    /// True for a problem that no key has caused.
    var isNotice: Bool
  }

  /// The oldest first.
  private(set) var entries: [Entry] = []
  /// The notices that no screen has shown since they came.
  var unseen: [Entry] { entries.suffix(entries.count - seen).filter(\.isNotice) }
  /// The number of entries that have been shown.
  private var seen = 0
  private var passing = 0
  /// The message in the last line until the next key.
  var message: Message? {
    didSet { if let message { add(message.text) } }
  }

  /// Older messages beside the notices are dropped.
  private static let limit = 500

  /// Adds the notices that are not there yet.
  mutating func add(notices: [String]) {
    var known = Set(entries.lazy.filter(\.isNotice).map(\.text))
    entries += notices.filter { known.insert($0).inserted }.map { Entry(text: $0, isNotice: true) }
  }

  private mutating func add(_ message: String) {
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

/// The message in the last line until the next key.
struct Message: Sendable, Equatable {
  var text: String
  var isError = false
  /// Shown where there is no room for the text.
  var short: String?
}
