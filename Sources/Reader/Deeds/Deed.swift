import Newspaper
import Notes

/// A change of something that a person makes; its reverse undoes it.
public enum Change: Sendable, Equatable {
  /// Of a clipping; nil where there is none.
  case clipping(before: Clipping?, after: Clipping?)
  /// Of a mark.
  case mark(before: Mark?, after: Mark?)
  /// Of a correction.
  case correction(before: Correction?, after: Correction?)
  /// Of keys that were recorded.
  case macro(before: Macro?, after: Macro?)
  /// Of the text of a saved query.
  case query(name: String, before: String?, after: String?)
  /// Of the read mark of an article that starts at a place.
  case read(issue: String, article: SourcePosition, isRead: Bool)

  /// The change that takes it back.
  var reversed: Change {
    switch self {
    case .clipping(let before, let after): .clipping(before: after, after: before)
    case .mark(let before, let after): .mark(before: after, after: before)
    case .correction(let before, let after): .correction(before: after, after: before)
    case .macro(let before, let after): .macro(before: after, after: before)
    case .query(let name, let before, let after): .query(name: name, before: after, after: before)
    case .read(let issue, let article, let isRead): .read(issue: issue, article: article, isRead: !isRead)
    }
  }
}

/// The changes that a person made in one step, and the words for them.
struct Deed: Sendable, Equatable {
  var words: Phrase
  var changes: [Change]
}

/// The deeds of a session, to be undone and done again.
struct DeedHistory: Sendable, Equatable {
  private var done: [Deed] = []
  private var undone: [Deed] = []

  /// Older deeds than so many cannot be undone.
  private static let limit = 20_000

  /// Remembers a deed; those that were undone are forgotten.
  mutating func add(_ deed: Deed) {
    undone = []
    done.append(deed)
    if done.count > Self.limit { done.removeFirst(Self.limit / 10) }
  }

  /// The changes that undo the last deed, and its words; nil if there is none.
  mutating func undo() -> Deed? {
    guard let deed = done.popLast() else { return nil }
    undone.append(deed)
    return Deed(words: deed.words, changes: deed.changes.reversed().map(\.reversed))
  }

  /// The deed that was undone last; nil if there is none.
  mutating func redo() -> Deed? {
    guard let deed = undone.popLast() else { return nil }
    done.append(deed)
    return deed
  }
}

// Doing, undoing and doing again.
extension Reader {
  /// Does something, says so, and remembers it.
  mutating func carryOut(_ deed: Deed) {
    guard !deed.changes.isEmpty else { return }
    notebook.deeds.add(deed)
    apply(deed.changes)
    say(phrases.say(deed.words))
  }

  mutating func undo(_ count: Int) {
    for number in 0..<count {
      guard let deed = notebook.deeds.undo() else {
        if number == 0 { say(phrases.say("nothing to undo")) }
        return
      }
      apply(deed.changes)
      say(phrases.say("undone: {}", deed.words))
    }
  }

  mutating func redo(_ count: Int) {
    for number in 0..<count {
      guard let deed = notebook.deeds.redo() else {
        if number == 0 { say(phrases.say("nothing to do again")) }
        return
      }
      apply(deed.changes)
      say(phrases.say("done again: {}", deed.words))
    }
  }

  private mutating func apply(_ changes: [Change]) {
    for change in changes {
      switch change {
      case .clipping(let before, let after): notebook.clippings.replace(before, by: after)
      case .mark(let before, let after): notebook.marks.replace(before, by: after)
      case .macro(let before, let after): notebook.macros.replace(before, by: after)
      case .correction(let before, let after):
        notebook.corrections.replace(before, by: after)
        if after ?? before != nil { reopenIssue() }
      case .query(let name, _, let text):
        let effect: Effect = text.map { .saveQuery(.init(name: name, query: $0)) } ?? .deleteQuery(name: name)
        notebook.waiting.append(effect)
      case .read(let issue, let article, let isRead):
        visits.byIssue[issue, default: Visit()].setRead(article, isRead)
        visits.touched.insert(issue)
      }
    }
    notebook.signs = nil
    notebook.waiting.append(.keep(changes))
  }
}

/// Things of which each name has one.
protocol Named {
  associatedtype Name: Comparable
  var name: Name { get }
}

extension Mark: Named {}
extension Macro: Named {}

extension Array where Element: Named {
  /// Puts an element in the place of the one of its name.
  mutating func replace(_ before: Element?, by after: Element?) {
    let name = after?.name ?? before?.name
    removeAll { $0.name == name }
    if let after { append(after) }
    sort { $0.name < $1.name }
  }
}

extension [Correction] {
  /// Puts a correction in the place of the one of its id, and a new one last.
  mutating func replace(_ before: Correction?, by after: Correction?) {
    let id = after?.id ?? before?.id
    let index = firstIndex { $0.id == id }
    switch (index, after) {
    case (let index?, let after?): self[index] = after
    case (let index?, nil): remove(at: index)
    case (nil, let after?): append(after)
    case (nil, nil): break
    }
  }
}
