/// Properties that count together: of a line, of its neighbours, of its page. Each combination of values is a feature.
struct FeatureTemplate: Sendable {
  /// The properties with the lines that have them, as offsets from the line at hand.
  let parts: [(code: LineCode, offset: Int)]
  /// A property of the page that counts with them.
  let page: PageCode?

  init(_ parts: (LineCode, Int)..., page: PageCode? = nil) {
    self.parts = parts.map { (code: $0.0, offset: $0.1) }
    self.page = page
  }

  /// The number of features.
  var count: Int { parts.reduce(page?.count ?? 1) { $0 * $1.code.count } }
}

extension FeatureTemplate {
  /// The templates of single lines.
  static let line: [FeatureTemplate] = singles + neighbours + pairs + triples + pages

  private static let singles: [FeatureTemplate] = [
    LineCode.length, .size, .rank, .fit, .end, .begin, .opening, .pauses, .spaces, .open, .form, .tail, .blanks,
    .overlap,
    .overlapRank, .kinship, .kinshipRank, .sign, .since, .until, .letterCase, .repeats, .hand,
  ].map { FeatureTemplate(($0, 0)) }

  private static let neighbours: [FeatureTemplate] =
    [-2, -1, 1, 2, 3].flatMap { offset in
      [LineCode.end, .size, .form, .hand].map { FeatureTemplate(($0, offset)) }
    }
    + [-1, 1].flatMap { offset in
      [LineCode.begin, .pauses, .tail, .rank, .length, .overlapRank, .open, .fit, .spaces]
        .map { FeatureTemplate(($0, offset)) }
    } + [
      FeatureTemplate((.blanks, 1)), FeatureTemplate((.opening, 1)), FeatureTemplate((.opening, -1)),
      FeatureTemplate((.repeats, 1)), FeatureTemplate((.sign, -1)),
      FeatureTemplate((.sign, -2)), FeatureTemplate((.sign, 1)),
    ]

  private static let pairs: [FeatureTemplate] = [
    .init((.length, 0), (.close, 0)), .init((.size, 0), (.end, 0)), .init((.size, 0), (.pauses, 0)),
    .init((.length, 0), (.pauses, 0)), .init((.size, 0), (.spaces, 0)), .init((.size, 0), (.tail, 0)),
    .init((.size, 0), (.form, 0)), .init((.size, 0), (.begin, 0)), .init((.size, 0), (.open, 0)),
    .init((.size, 0), (.overlapRank, 0)), .init((.size, 0), (.kinshipRank, 0)), .init((.size, 0), (.overlap, 0)),
    .init((.size, 0), (.blanks, 0)), .init((.fit, 0), (.end, 0)), .init((.rank, 0), (.close, 0)),
    .init((.close, -1), (.begin, 0)), .init((.end, -1), (.size, 0)), .init((.close, -1), (.form, 0)),
    .init((.close, -1), (.pauses, 0)), .init((.close, -1), (.tail, 0)), .init((.end, -1), (.end, 0)),
    .init((.size, -1), (.size, 0)), .init((.size, 0), (.size, 1)), .init((.size, 0), (.form, 1)),
    .init((.form, -1), (.form, 0)), .init((.form, 0), (.form, 1)), .init((.fit, -1), (.fit, 0)),
    .init((.hand, 0), (.size, 0)), .init((.hand, 0), (.end, 0)), .init((.hand, 0), (.form, 0)),
    .init((.hand, 0), (.tail, 0)), .init((.hand, 0), (.overlapRank, 0)), .init((.hand, 0), (.kinshipRank, 0)),
    .init((.hand, 0), (.close, -1)),
    .init((.hand, -1), (.hand, 0)), .init((.hand, 0), (.hand, 1)), .init((.hand, 0), (.pauses, 0)),
    .init((.opening, 0), (.size, 0)), .init((.opening, 0), (.close, -1)), .init((.opening, 0), (.opening, -1)),
    .init((.opening, 0), (.hand, 0)), .init((.sign, -1), (.opening, 0)), .init((.sign, -1), (.form, 0)),
    .init((.sign, -1), (.size, 0)), .init((.sign, -1), (.hand, 0)), .init((.sign, 0), (.sign, -1)),
    .init((.hand, 0), (.since, 0)), .init((.hand, 0), (.until, 0)), .init((.since, 0), (.until, 0)),
    .init((.hand, 0), (.repeats, 0)), .init((.hand, 0), (.begin, 0)), .init((.hand, 0), (.blanks, 0)),
  ]

  private static let triples: [FeatureTemplate] = [
    .init((.size, -1), (.size, 0), (.size, 1)), .init((.close, -1), (.size, 0), (.close, 0)),
    .init((.size, 0), (.close, 0), (.size, 1)), .init((.size, 0), (.close, 0), (.form, 1)),
    .init((.size, 0), (.close, 0), (.overlapRank, 0)), .init((.size, 1), (.close, 1), (.size, 2)),
    .init((.hand, -1), (.hand, 0), (.hand, 1)),
  ]

  private static let pages = PageCode.allCases.map { FeatureTemplate((.hand, 0), page: $0) }

  /// The templates of a line and the one before it, which stands at offset −1.
  static let joint: [FeatureTemplate] = [
    .init((.hand, 0)), .init((.blanks, 0)), .init((.overlapRank, 0)), .init((.kinshipRank, 0)), .init((.tail, 0)),
    .init((.form, 0)), .init((.opening, 0)), .init((.sign, -1)), .init((.form, -1), (.form, 0)),
    .init((.close, -1), (.size, 0)), .init((.size, -1), (.size, 0)), .init((.close, 0), (.size, 0)),
  ]
}

/// The rows that templates and hashed characters have in the table of weights.
struct FeatureRows: Sendable {
  /// The first row of each template's features.
  let firsts: [Int]
  /// The number of rows.
  let count: Int

  init(_ templates: [FeatureTemplate], from first: Int) {
    var rows = first
    firsts = templates.map { template in
      defer { rows += template.count }
      return rows
    }
    count = rows
  }

  /// Facts, then templates, then the characters at a line's edges.
  static let line = FeatureRows(FeatureTemplate.line, from: LineFeature.allCases.count)
  /// Facts of two lines, then templates.
  static let joint = FeatureRows(FeatureTemplate.joint, from: JointFeature.allCases.count)
}
