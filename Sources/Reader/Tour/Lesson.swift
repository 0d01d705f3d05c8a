import Newspaper
import Screen

/// A line that the first start shows below the list of issues: a thing that one would hardly find by oneself.
struct Lesson: Sendable {
  /// The command, and the screen on which its key is shown.
  let command: (command: Command, context: Context)
  /// Its words, with the key before them.
  let words: @Sendable (String) -> Phrase

  static let all = [
    Lesson(command: (.searchCorpus, .issues)) {
      Phrase("{} searches everything here, also by the sound of hanzi.", $0)
    },
    Lesson(command: (.nextView, .contents)) { Phrase("{} shows an issue as the page was printed.", $0) },
    Lesson(command: (.why, .article)) {
      Phrase("{} in an article tells why a passage reads so, with its scanned lines.", $0)
    },
  ]
}

extension Reader {
  /// The fewest rows of a screen that has room for lessons.
  private static let leastRows = 20

  /// Shows the lessons below the list of issues from now on.
  public mutating func beginLessons() { issueList.teaches = true }

  /// True where the lessons are shown: below the list of issues, but not below what lies over it.
  var showsLessons: Bool {
    issueList.teaches && tour == nil && pane == .issues && size.rows >= Self.leastRows && !settings.isReadAloud
      && layers.allSatisfy { $0 is any LinePrompt }
  }

  func drawLessons(on surface: inout Surface) {
    guard showsLessons, let rule = layout.bottomRule else { return }
    for (place, lesson) in Lesson.all.enumerated() {
      let key = keymap.label(for: lesson.command.command, in: lesson.command.context) ?? ""
      let words = phrases.say(lesson.words(key))
      surface.write(
        environment.cut(words, to: size.columns - 2), column: 1, row: rule + 1 + place,
        style: environment.theme[.message],
        clip: surface.bounds)
    }
  }
}
