import Glibc
import Newspaper
import System

/// What has changed of what is kept, to be saved when there is time.
public struct ReadingChanges: Sendable, Equatable {
  var changes = KeptChanges()

  /// No changes.
  public init() {}

  /// Whether there is nothing to save.
  public var isEmpty: Bool { changes.isEmpty }

  /// Takes in later changes, which go before these.
  public mutating func add(_ later: ReadingChanges) { changes.add(later.changes) }

  /// Notes what a person left in an issue.
  /// - Parameter before: what is kept already.
  mutating func note(_ marks: IssueMarks, since before: IssueMarks, _ key: IssueKey) {
    guard marks != before else { return }
    name(key)
    if marks.article != before.article { set(key, ["article"], marks.article.map { .string($0.text) }) }
    for start in marks.read.symmetricDifference(before.read) {
      set(key, ["read", start.text], marks.read.contains(start) ? .bool(true) : nil)
    }
    for start in Set(marks.places.keys).union(before.places.keys) where marks.places[start] != before.places[start] {
      set(key, ["places", start.text], marks.places[start].map { .string($0.text) })
    }
  }

  /// Notes that an issue was read at a time, and what had the focus.
  mutating func note(focus: String, at time: String, _ key: IssueKey) {
    name(key)
    set(key, ["last"], .string(time))
    set(key, ["focus"], .string(focus))
  }

  private mutating func name(_ key: IssueKey) {
    set(key, ["id"], .string(key.id))
    set(key, ["headline"], .string(key.headline))
  }

  private mutating func set(_ key: IssueKey, _ path: [String], _ value: JSONTree.Value?) {
    changes.set(["issues", key.path] + path, to: value)
  }
}

/// A time as ISO 8601 has it, in UTC and with milliseconds; such times are ordered as texts.
func timeText(_ time: timespec) -> String {
  var seconds = time.tv_sec
  var parts = tm()
  gmtime_r(&seconds, &parts)
  let fields = [parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec].map { Int($0) }
  let two = fields.map { $0 < 10 ? "0\($0)" : "\($0)" }
  let thousand = String(1000 + time.tv_nsec / 1_000_000).dropFirst()
  return "\(1900 + Int(parts.tm_year))-\(two[0])-\(two[1])T\(two[2]):\(two[3]):\(two[4]).\(thousand)Z"
}

/// The time now, as `timeText` has it.
public func timeNow() -> String {
  var time = timespec()
  clock_gettime(CLOCK_REALTIME, &time)
  return timeText(time)
}
