import Newspaper
import Notes
import Reader
import State
import System

/// The commands of the file `hooks`, a line each: `on-open COMMAND`, `on-clip COMMAND`, `on-new-issue COMMAND`.
///
/// A command is run beside the reader, its words as a list, with a line of JSON about what has happened on its standard
/// input; what it says is dropped.
struct Hooks: Sendable {
  /// The events that a command can be run for.
  enum Event: String, CaseIterable {
    case open = "on-open"
    case clip = "on-clip"
    case newIssue = "on-new-issue"
  }

  private var commands: [Event: [[String]]] = [:]
  /// Lines with mistakes, each as a person reads it.
  private(set) var mistakes: [String] = []

  /// The hooks of the person's configuration.
  static func load() -> Hooks {
    do throws(Problem) {
      guard let file = try Configuration(environment: environment).hooks() else { return Hooks() }
      return Hooks(file.text, path: file.path)
    } catch {
      var hooks = Hooks()
      hooks.mistakes = [error.description]
      return hooks
    }
  }

  /// No hooks.
  init() {}

  /// Reads a file's text; a line with a mistake is left out and reported.
  init(_ text: String, path: String) {
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let words = Programs.words(String(line))
      guard let first = words.first, !first.hasPrefix("#") else { continue }
      if let event = Event(rawValue: first), words.count > 1 {
        commands[event, default: []].append(Array(words.dropFirst()))
      } else {
        let names = Event.allCases.map(\.rawValue).joined(separator: ", ")
        mistakes.append("\(path):\(number + 1): a line is: event command; events are \(names)")
      }
    }
  }

  func tell(_ changes: [Change]) {
    for change in changes {
      guard case .clipping(nil, let clipping?) = change else { continue }
      run(
        .clip,
        [
          ("issue", clipping.issue.id), ("date", clipping.issue.date), ("headline", clipping.headline),
          ("text", clipping.text), ("note", clipping.note), ("tags", clipping.tags.joined(separator: " ")),
        ])
    }
  }

  func tell(opened issue: Issue) { run(.open, Self.members(issue.summary)) }

  func tell(new ids: Set<String>) { for id in ids.sorted() { run(.newIssue, [("issue", id)]) } }

  private static func members(_ issue: IssueSummary) -> [(String, String)] {
    [
      ("issue", issue.id), ("date", issue.date?.value ?? ""), ("paper", issue.title ?? ""),
      ("lead", issue.leadHeadline),
    ]
  }

  private func run(_ event: Event, _ members: [(String, String)]) {
    guard let commands = commands[event] else { return }
    let event = JSONTree.Member(name: "event", value: .string(event.rawValue))
    let object = JSONTree.object([event] + members.map { JSONTree.Member(name: $0.0, value: .string($0.1)) })
    for words in commands {
      runDetached { _ = Programs.give(object.lineBytes + [0x0A], to: words) }
    }
  }
}
