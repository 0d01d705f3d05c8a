/// A property of a line that comes from its place on the scan, as a small number; 0 says that the line or its place is
/// not known. All are against the page's own medians, so that they hold for any scan.
enum PlaceCode: Int, CaseIterable, Sendable {
  /// The height of the line, the width of its characters, the size of its type as it is stated.
  case tall, pitch, type
  /// The white space above it, and the distance of the lower edges of both lines.
  case gap, lead
  /// The white space at its left and at its right within the column.
  case setting
  /// The width against that of most lines.
  case wide
  /// The place in its block, and the number of lines there.
  case block
  /// The place on the page, from its top to its bottom.
  case height
  /// The part that the format says it plays.
  case role
  /// Printed rules above and below.
  case rules
  /// The share of letters and digits among its characters.
  case letters
  /// The properties of its text that count together with those of its place.
  case size, letterCase, close

  /// The property of the text that it is, if it is one.
  var ofText: LineCode? {
    switch self {
    case .size: .size
    case .letterCase: .letterCase
    case .close: .close
    default: nil
    }
  }

  /// The number of values, with 0.
  var count: Int {
    switch self {
    case .tall: 9
    case .pitch: 8
    case .type: 7
    case .gap: 8
    case .lead: 9
    case .setting: 12
    case .wide: 8
    case .block: 17
    case .height: 6
    case .role: 9
    case .rules: 5
    case .letters: 5
    case .size, .letterCase, .close: ofText?.count ?? 1
    }
  }
}

/// Properties of the places of a line and of its neighbours that count together.
struct PlaceTemplate: Sendable {
  /// The properties with the lines that have them, as offsets from the line at hand.
  let parts: [(code: PlaceCode, offset: Int)]

  init(_ parts: (PlaceCode, Int)...) { self.parts = parts.map { (code: $0.0, offset: $0.1) } }

  /// The number of features.
  var count: Int { parts.reduce(1) { $0 * $1.code.count } }

  /// The templates of single lines.
  static let line: [PlaceTemplate] = singles + pairs + triples

  private static let singles: [PlaceTemplate] =
    [PlaceCode.wide, .block, .height, .role, .rules, .letters, .tall, .pitch, .type].map { .init(($0, 0)) }
    + [-2, -1, 0, 1, 2, 3].flatMap { offset in
      [PlaceCode.gap, .lead, .setting].map { .init(($0, offset)) }
    }
    + [-1, 1].flatMap { offset in
      [PlaceCode.tall, .pitch, .type, .wide, .block, .letters, .role, .rules].map { .init(($0, offset)) }
    }

  private static let pairs: [PlaceTemplate] = [
    .init((.tall, 0), (.size, 0)), .init((.tall, 0), (.letterCase, 0)), .init((.tall, -1), (.tall, 0)),
    .init((.tall, 0), (.tall, 1)), .init((.pitch, 0), (.tall, 0)), .init((.pitch, 0), (.letterCase, 0)),
    .init((.pitch, -1), (.pitch, 0)), .init((.pitch, 0), (.pitch, 1)), .init((.type, -1), (.type, 0)),
    .init((.type, 0), (.type, 1)), .init((.type, 0), (.letterCase, 0)),
    .init((.gap, 0), (.close, -1)), .init((.gap, 0), (.size, 0)), .init((.gap, 0), (.gap, 1)),
    .init((.lead, 0), (.close, -1)), .init((.lead, 0), (.size, 0)), .init((.lead, 0), (.lead, 1)),
    .init((.lead, -1), (.lead, 0)),
    .init((.setting, 0), (.size, 0)), .init((.setting, 0), (.letterCase, 0)), .init((.setting, 0), (.gap, 0)),
    .init((.setting, 0), (.lead, 0)), .init((.setting, 0), (.lead, 1)), .init((.setting, 0), (.tall, 0)),
    .init((.setting, 0), (.pitch, 0)), .init((.setting, 0), (.type, 0)), .init((.setting, -1), (.setting, 0)),
    .init((.setting, 0), (.setting, 1)), .init((.setting, 0), (.close, -1)), .init((.setting, 0), (.close, 0)),
    .init((.setting, 0), (.wide, 0)), .init((.block, 0), (.size, 0)), .init((.block, 0), (.lead, 0)),
    .init((.block, 0), (.close, -1)), .init((.block, 0), (.setting, 0)), .init((.rules, 0), (.size, 0)),
    .init((.rules, 0), (.setting, 0)), .init((.letters, 0), (.size, 0)), .init((.height, 0), (.size, 0)),
    .init((.wide, 0), (.size, 0)), .init((.wide, -1), (.wide, 0)), .init((.role, -1), (.role, 0)),
    .init((.role, 0), (.role, 1)), .init((.role, 0), (.block, 0)), .init((.role, 0), (.size, 0)),
  ]

  private static let triples: [PlaceTemplate] = [
    .init((.setting, -1), (.setting, 0), (.setting, 1)), .init((.lead, 0), (.setting, 0), (.letterCase, 0)),
    .init((.lead, 0), (.lead, 1), (.setting, 0)), .init((.tall, 0), (.setting, 0), (.lead, 0)),
    .init((.setting, 0), (.close, 0), (.setting, 1)), .init((.tall, -1), (.tall, 0), (.tall, 1)),
  ]
}
