import CSystem

/// The features of a page's lines: the rows of a model that count for each of them.
protocol ChainFeatures {
  /// The number of lines.
  var count: Int { get }
  /// Calls a function with the row of each feature of a line.
  func forEachRow(of line: Int, _ body: (Int) -> Void)
  /// Calls a function with each feature of a line and the one before it.
  func forEachJoint(of line: Int, _ body: (Int) -> Void)
  /// Calls a function with each feature of a line and the one two before it, which count where the label between is a
  /// caption or furniture.
  func forEachFarJoint(of line: Int, _ body: (Int) -> Void)
}

/// The features of the hand-set weights: facts of lines.
struct FactFeatures: ChainFeatures {
  let facts: [LineFacts]
  let meetings: [LineMeetings]

  var count: Int { facts.count }

  @inline(__always)
  func forEachRow(of line: Int, _ body: (Int) -> Void) { facts[line].evidence.forEach(body) }

  @inline(__always)
  func forEachJoint(of line: Int, _ body: (Int) -> Void) { meetings[line].near.forEach(body) }

  @inline(__always)
  func forEachFarJoint(of line: Int, _ body: (Int) -> Void) { meetings[line].far.forEach(body) }
}

/// The features of the learned weights: facts, combinations of properties, characters at lines' edges. The one way from
/// a page to features, for the parser and for those who train its model.
struct PageFeatures: ChainFeatures {
  let facts: FactFeatures
  let codes: LineCodes
  private let scan: PageScan
  private let line: FeatureTables
  /// Nil for a page without places.
  private let places: PlaceFeatures?

  init(_ reading: PageReading) {
    facts = FactFeatures(facts: reading.judged, meetings: reading.meetings)
    scan = reading.scan
    codes = reading.lineCodes()
    places = PlaceFeatures(reading, codes)
    line = FeatureTables.line.on(PageCodes(reading))
  }

  var count: Int { facts.count }

  /// The templates of this page's lines.
  var templates: [bl_template] { line.templates }

  @inline(__always)
  func forEachRow(of place: Int, _ body: (Int) -> Void) {
    facts.forEachRow(of: place, body)
    line.forEachRow(of: place, codes, body)
    forEachRowOfCharacters(of: place, body)
  }

  /// Calls a function with the rows of all features of a line that are of no template.
  @inline(__always)
  func forEachOtherRow(of place: Int, _ body: (Int) -> Void) {
    facts.forEachRow(of: place, body)
    forEachRowOfCharacters(of: place, body)
  }

  /// Calls a function with the rows of the characters at a line's edges and of the line's place.
  @inline(__always)
  private func forEachRowOfCharacters(of place: Int, _ body: (Int) -> Void) {
    EdgeFeatures.forEachRow(of: facts.facts[place], scan, from: FeatureRows.line.count, body)
    places?.forEachRow(of: place, body)
  }

  @inline(__always)
  func forEachJoint(of place: Int, _ body: (Int) -> Void) {
    facts.forEachJoint(of: place, body)
    FeatureTables.near.forEachRow(of: place, codes, body)
  }

  @inline(__always)
  func forEachFarJoint(of place: Int, _ body: (Int) -> Void) {
    facts.forEachFarJoint(of: place, body)
    FeatureTables.far.forEachRow(of: place, codes, body)
  }
}
