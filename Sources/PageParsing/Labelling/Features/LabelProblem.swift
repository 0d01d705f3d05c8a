import Newspaper

/// A page as features: the rows of a model that count for each of its lines.
///
/// The one way from a page to features, for the parser and for those who train its model.
package struct LabelProblem: Sendable {
  /// Numbers of the source lines, from 1, repeats left out.
  package private(set) var lines: [Int] = []
  /// Features of the lines on end, and where those of each line start; one more at the end.
  package private(set) var rows: [UInt16] = []
  package private(set) var starts: [Int32] = [0]
  /// Features of each line and the one before it.
  package private(set) var joints: [UInt16] = []
  package private(set) var jointStarts: [Int32] = [0]
  /// Features of each line and the one two before it, which count where the label between is a caption or furniture.
  package private(set) var farJoints: [UInt16] = []
  package private(set) var farStarts: [Int32] = [0]
  /// The labels by the hand-set weights.
  package let handLabels: [LineLabel]
  /// True for lines that end with a credit.
  package let credits: [Bool]
  /// True for lines that are furniture beyond doubt, whatever a model says.
  package let certain: [Bool]

  /// The number of features of a line.
  package static var rowCount: Int { FeatureRows.line.count + EdgeFeatures.count + PlaceFeatures.count }
  /// The number of features of two lines together.
  package static var jointCount: Int { FeatureRows.joint.count }

  /// The features of a page.
  package init(_ page: Page) { self.init(PageReading(page, .handSet, learned: nil)) }

  init(_ reading: PageReading) {
    handLabels = reading.handLabels
    lines = reading.judged.map(\.line.number)
    credits = reading.judged.map { $0.credit != nil }
    certain = reading.judged.indices.map { reading.certainLabels($0) == [.furniture] }
    let codes = reading.lineCodes()
    let page = PageCodes(reading)
    rows.reserveCapacity(lines.count * 160)
    joints.reserveCapacity(lines.count * 20)
    farJoints.reserveCapacity(lines.count * 20)
    let tables = FeatureTables.line.on(page)
    var places = PlaceFeatures(reading)
    codes.withStorage { storage in
      for place in lines.indices {
        reading.judged[place].evidence.forEach { rows.append(UInt16(truncatingIfNeeded: $0)) }
        tables.append(storage, place, to: &rows)
        EdgeFeatures.append(reading, place, from: FeatureRows.line.count, to: &rows)
        let earlier = place > 0 ? reading.judged[place - 1].line : nil
        places?.append(reading.judged[place].line, after: earlier, codes, place, to: &rows)
        starts.append(Int32(rows.count))
        let meeting = reading.meetings[place]
        meeting.near.forEach { joints.append(UInt16(truncatingIfNeeded: $0)) }
        FeatureTables.near.append(storage, place, to: &joints)
        jointStarts.append(Int32(joints.count))
        meeting.far.forEach { farJoints.append(UInt16(truncatingIfNeeded: $0)) }
        FeatureTables.far.append(storage, place, to: &farJoints)
        farStarts.append(Int32(farJoints.count))
      }
    }
  }

  /// The features of a line, by its place in `lines`.
  package func rows(of place: Int) -> ArraySlice<UInt16> { rows[Int(starts[place])..<Int(starts[place + 1])] }

  /// The features of a line and the one before it.
  package func joints(of place: Int) -> ArraySlice<UInt16> {
    joints[Int(jointStarts[place])..<Int(jointStarts[place + 1])]
  }

  /// The features of a line and the one two before it.
  package func farJoints(of place: Int) -> ArraySlice<UInt16> {
    farJoints[Int(farStarts[place])..<Int(farStarts[place + 1])]
  }

}

/// Templates made ready to be read for the many lines of a page.
struct FeatureTables: Sendable {
  private struct Template: Sendable {
    /// The row of its first feature, by the properties of the page.
    var first: Int
    /// The number of features for each value of the page's property.
    let size: Int
    let page: PageCode?
    /// Offsets of up to three properties from the line's own, and the factor of each.
    let places: (Int, Int, Int)
    let factors: (Int, Int, Int)
  }

  private var templates: [Template]

  /// - Parameter before: the line before, as an offset.
  init(_ templates: [FeatureTemplate], _ rows: FeatureRows, before: Int = -1) {
    self.templates = zip(templates, rows.firsts).map { template, first in
      var places = [0, 0, 0]
      var factors = [0, 0, 0]
      var factor = 1
      for (index, part) in template.parts.enumerated().reversed() {
        places[index] = LineCodes.place(part.offset == -1 ? before : part.offset, part.code)
        factors[index] = factor
        factor *= part.code.count
      }
      return Template(
        first: first, size: factor, page: template.page, places: (places[0], places[1], places[2]),
        factors: (factors[0], factors[1], factors[2]))
    }
  }

  /// The same for the lines of one page.
  func on(_ page: PageCodes) -> FeatureTables {
    var tables = self
    for index in templates.indices {
      if let code = templates[index].page { tables.templates[index].first += page[code] * templates[index].size }
    }
    return tables
  }

  /// Adds the features of a line.
  func append(_ codes: UnsafeBufferPointer<UInt8>, _ line: Int, to rows: inout [UInt16]) {
    let codes = codes.baseAddress.map { $0 + line * LineCodes.width }
    guard let codes else { return }
    for template in templates {
      let row =
        template.first + Int(codes[template.places.0]) &* template.factors.0
        &+ Int(codes[template.places.1]) &* template.factors.1 &+ Int(codes[template.places.2]) &* template.factors.2
      rows.append(UInt16(truncatingIfNeeded: row))
    }
  }

  static let line = FeatureTables(FeatureTemplate.line, .line)
  static let near = FeatureTables(FeatureTemplate.joint, .joint)
  static let far = FeatureTables(FeatureTemplate.joint, .joint, before: -2)
}

/// The characters at the edges of short lines, by hashes into a bounded number of rows.
enum EdgeFeatures {
  private static let widest = 64
  private static let single = 512
  private static let double = 1024

  /// The number of rows.
  static var count: Int { 2 * single + 3 * double }

  static func append(_ reading: PageReading, _ place: Int, from first: Int, to rows: inout [UInt16]) {
    let facts = reading.judged[place]
    let (scan, range) = (reading.scan, facts.line.range)
    guard range.count > 1 else { return }
    let start = range.lowerBound
    let opening = Int(hash(scan.scalars[start], scan.scalars[start + 1]))
    if facts.width > widest {
      rows.append(UInt16(first + 2 * single + 2 * double + opening % double))
      return
    }
    let last = range.upperBound - 1
    rows.append(UInt16(first + Int(hash(scan.scalars[start], 0)) % single))
    rows.append(UInt16(first + single + Int(hash(scan.scalars[last], 0)) % single))
    rows.append(UInt16(first + 2 * single + opening % double))
    rows.append(UInt16(first + 2 * single + double + Int(hash(scan.scalars[last - 1], scan.scalars[last])) % double))
  }

  private static func hash(_ first: UInt32, _ second: UInt32) -> UInt32 {
    (first &* 0x9E37_79B1 &+ second &* 0x85EB_CA6B) >> 15
  }
}
