/// How well a line may break before a character.
enum BreakQuality: UInt8, Sendable, Comparable {
  /// A mark would stand where it must not.
  case forbidden
  /// Inside a word or number: only when it is longer than a line.
  case word
  /// After a hyphen or solidus of a word that is longer than a line.
  case seam
  /// Between a number and its unit: when the line would be left too empty otherwise.
  case poor
  /// Between hanzi.
  case good
  /// At white space, which is dropped.
  case space

  static func < (left: BreakQuality, right: BreakQuality) -> Bool { left.rawValue < right.rawValue }
}

/// The second stage: how well a line may break before each character. Before white space it never does; the white space
/// hangs over the line's end instead.
func breaks(between clusters: [Cluster]) -> [BreakQuality] {
  var context = BreakContext()
  return clusters.map { context.next($0.kind) }
}

/// What stands before a place where a line might break.
private struct BreakContext {
  /// The last class that was no space; nil at the start of the text.
  private var before: LineClass?
  private var spaceBetween = false
  /// Whether the marks just before, if any, follow a letter or digit: then they may stand inside a word.
  private var insideWord = false

  /// The quality of a break before a character of this class, which is then passed.
  mutating func next(_ kind: LineClass) -> BreakQuality {
    defer { pass(kind) }
    guard let before, kind != .space else { return .forbidden }
    return quality(before, kind)
  }

  private mutating func pass(_ kind: LineClass) {
    spaceBetween = kind == .space
    switch kind {
    case .letter, .digit: insideWord = true
    case .joint, .hyphen, .quote: break
    default: insideWord = false
    }
    if kind != .space { before = kind }
  }

  private func quality(_ before: LineClass, _ after: LineClass) -> BreakQuality {
    switch (before, after) {
    case (_, .closing), (_, .joint), (_, .hyphen), (.opening, _), (_, .glue), (.glue, _): .forbidden
    case _ where spaceBetween: .space
    case (.quote, _), (_, .quote): .forbidden
    case (.letter, .letter), (.letter, .digit), (.digit, .letter), (.digit, .digit): .word
    case (.joint, .letter), (.joint, .digit), (.hyphen, .digit): insideWord ? .word : .good
    case (.hyphen, .letter): insideWord ? .seam : .good
    case (.digit, .ideograph), (.letter, .opening), (.digit, .opening): .poor
    default: .good
    }
  }
}
