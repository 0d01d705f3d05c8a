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

  /// The number of features of a line.
  package static var rowCount: Int { FeatureRows.line.count + EdgeFeatures.count }
  /// The number of features of two lines together.
  package static var jointCount: Int { FeatureRows.joint.count }

  /// The features of a page.
  package init(_ page: Page) { self.init(PageReading(page, .handSet)) }

  init(_ reading: PageReading) {
    handLabels = reading.handLabels
    lines = reading.judged.map(\.line.number)
    let codes = reading.lineCodes()
    let page = PageCodes(reading)
    rows.reserveCapacity(lines.count * 140)
    codes.withStorage { storage in
      for place in lines.indices {
        reading.judged[place].evidence.forEach { rows.append(UInt16(truncatingIfNeeded: $0)) }
        Self.append(FeatureTables.line, storage, place, page, to: &rows)
        EdgeFeatures.append(reading, place, from: FeatureRows.line.count, to: &rows)
        starts.append(Int32(rows.count))
        let meeting = reading.meetings[place]
        meeting.near.forEach { joints.append(UInt16(truncatingIfNeeded: $0)) }
        Self.append(FeatureTables.near, storage, place, page, to: &joints)
        jointStarts.append(Int32(joints.count))
        meeting.far.forEach { farJoints.append(UInt16(truncatingIfNeeded: $0)) }
        Self.append(FeatureTables.far, storage, place, page, to: &farJoints)
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

  private static func append(
    _ table: FeatureTables, _ codes: UnsafeBufferPointer<UInt8>, _ line: Int, _ page: PageCodes, to rows: inout [UInt16]
  ) {
    let first = line * LineCodes.width
    for template in table.templates {
      var row = template.pageCode.map { page[$0] } ?? 0
      for part in template.parts { row = row * part.count + Int(codes[first + part.place]) }
      rows.append(UInt16(truncatingIfNeeded: template.first + row))
    }
  }
}

/// Templates made ready to be read for many lines.
struct FeatureTables: Sendable {
  struct Template: Sendable {
    /// The row of its first feature.
    let first: Int
    let pageCode: PageCode?
    /// Where each property lies from the line's own, and the number of its values.
    let parts: [(place: Int, count: Int)]
  }

  let templates: [Template]

  /// - Parameter before: the place of the line before, as an offset.
  init(_ templates: [FeatureTemplate], _ rows: FeatureRows, before: Int = -1) {
    self.templates = zip(templates, rows.firsts).map { template, first in
      Template(
        first: first, pageCode: template.page,
        parts: template.parts.map { part in
          let offset = part.offset == -1 ? before : part.offset
          return (place: LineCodes.place(offset, part.code), count: part.code.count)
        })
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
