import Newspaper
import Screen
import Typesetting

/// A tour of the reader: lines below the screen, each of which says what to press and what that does. The next one
/// comes once it has been done.
struct Tour: Sendable {
  /// The facts at the beginning of a step by which one sees that it has been done.
  struct Start: Sendable {
    var issue = 0
    var article = 0
    var match: Int?
    var clippings = 0
  }

  /// A step.
  struct Step: Sendable {
    /// The commands whose keys the line names, and the screens on which these keys are pressed.
    let commands: [(Command, Context)]
    /// The line, given the keys.
    let words: @Sendable (_ keys: [String]) -> Phrase
    /// Does it for a person who would rather look on.
    let show: @Sendable (inout Reader) -> [Effect]
    /// True once it has been done.
    let isDone: @Sendable (Start, Reader) -> Bool
  }

  /// The number of steps that have been done.
  private(set) var done = 0
  private(set) var start = Start()
  /// Rows at the foot of the screen that its lines take.
  private(set) var rows = 0

  var step: Step { Self.steps[done] }
  var isAtEnd: Bool { done == Self.steps.count - 1 }

  /// Goes to the next step.
  mutating func goOn(in reader: Reader) {
    guard !isAtEnd else { return }
    done += 1
    begin(in: reader)
  }

  /// The first step.
  init(in reader: Reader) { begin(in: reader) }

  /// Notes the facts that the step begins with.
  private mutating func begin(in reader: Reader) {
    start = Start(
      issue: reader.selectedIssue, article: reader.visit.article, match: reader.found?.current,
      clippings: reader.notebook.clippings.count)
  }

  // MARK: Its lines

  /// The least rows of a screen on which the hint may have a line of its own.
  private static let tallRows = 20

  /// Takes as many rows of a screen as its longest line needs; none of those that the reader needs.
  mutating func takeRows(of size: Size, _ environment: Environment) {
    let needed = Self.steps.indices.map { lines(ofStep: $0, columns: size.columns, rows: size.rows, environment).count }
    rows = max(0, min(needed.max() ?? 0, size.rows - Layout.smallest.rows))
  }

  /// The lines of a step: its number and words, and where there is room how to go on and how to leave.
  private func lines(ofStep index: Int, columns: Int, rows: Int, _ environment: Environment) -> [String] {
    let step = Self.steps[index]
    let keys = step.commands.map { environment.keymap.label(for: $0.0, in: $0.1) ?? ":" + $0.0.rawValue }
    let text = "\(index + 1)/\(Self.steps.count)  " + environment.phrases.say(step.words(keys))
    let setting = LineSetting(measure: max(4, columns - 2), ambiguous: environment.ambiguous)
    let lines = setLines(text, setting).map { String(text.slice($0.range)) }
    let hint = hint(environment)
    let room = columns - 2 - environment.width(lines.last ?? "") - 3
    if environment.width(hint) <= room || rows < Self.tallRows { return lines }
    return lines + [""]
  }

  private func hint(_ environment: Environment) -> String {
    let quit = environment.keymap.label(for: .quit, in: .article) ?? ":" + Command.quit.rawValue
    return environment.phrases.say("space goes on · {} leaves", quit)
  }

  /// Draws it over the rows below the reader's.
  /// - Parameter saysHint: true if the space bar goes on.
  func draw(on surface: inout Surface, _ environment: Environment, saysHint: Bool) {
    let size = Size(columns: surface.size.columns, rows: environment.size.rows + rows)
    let rect = Rect(column: 0, row: environment.size.rows, columns: size.columns, rows: rows)
    let style = environment.theme[.selected]
    surface.fill(rect, style: style)
    let lines = lines(ofStep: done, columns: size.columns, rows: size.rows, environment).prefix(rows)
    for (row, line) in lines.enumerated() {
      surface.write(line, column: 1, row: rect.row + row, style: style, clip: rect)
    }
    let hint = hint(environment)
    guard saysHint, let last = lines.last,
      environment.width(last) + 3 + environment.width(hint) <= size.columns - 2
    else { return }
    surface.write(
      hint, endingAt: size.columns - 1, row: rect.row + lines.count - 1, style: style, clip: rect)
  }
}
