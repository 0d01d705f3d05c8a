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
  /// After a mark that pauses or stops.
  case pause
  /// At white space, which is dropped.
  case space

  static func < (left: BreakQuality, right: BreakQuality) -> Bool { left.rawValue < right.rawValue }
}

/// The second stage: how well a line may break before each character. Before white space it never does; the white space
/// hangs over the line's end instead.
func breaks(between clusters: [Cluster]) -> [BreakQuality] {
  var context = BreakContext()
  var breaks = clusters.map { context.next($0.kind) }
  for index in breaks.indices where breaks[index] == .space && clusters[index].kind == .ideograph {
    demote(index, in: &breaks, clusters)
  }
  return breaks
}

/// A number or word that has white space on both sides between hanzi (近 3 万吨) is set off by it as print sets it off
/// by a hair: such space divides no parts of a headline, and a number keeps its unit.
private func demote(_ index: Int, in breaks: inout [BreakQuality], _ clusters: [Cluster]) {
  var start = index
  while start > 0, clusters[start - 1].kind == .space { start -= 1 }
  guard start > 0, [.letter, .digit].contains(clusters[start - 1].kind) else { return }
  let number = clusters[start - 1].kind == .digit
  while start > 0, [.letter, .digit, .joint, .hyphen].contains(clusters[start - 1].kind) { start -= 1 }
  guard breaks[start] == .space else { return }
  breaks[start] = .good
  breaks[index] = number ? .poor : .good
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
    case (_, .closing), (_, .pause), (_, .joint), (_, .hyphen), (.opening, _), (_, .glue), (.glue, _): .forbidden
    case _ where spaceBetween: .space
    case (.quote, _), (_, .quote): .forbidden
    case (.letter, .letter), (.letter, .digit), (.digit, .letter), (.digit, .digit): .word
    case (.joint, .letter), (.joint, .digit), (.hyphen, .digit): insideWord ? .word : .good
    case (.hyphen, .letter): insideWord ? .seam : .good
    case (.pause, _): .pause
    case (.digit, .ideograph), (.letter, .opening), (.digit, .opening): .poor
    default: .good
    }
  }
}
