import Newspaper

/// A page as features, written out for those who train a model.
package struct LabelProblem: Sendable {
  /// Numbers of the source lines, from 1, repeats left out.
  package let lines: [Int]
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
  /// For each line the labels that it can have, whatever a model says, a bit for each by its raw value.
  package let possible: [UInt16]

  /// The number of features of a line.
  package static var rowCount: Int { FeatureRows.line.count + EdgeFeatures.count + PlaceFeatures.count }
  /// The number of features of two lines together.
  package static var jointCount: Int { FeatureRows.joint.count }
  /// The most features that a line has, by itself or with another.
  static let mostRows =
    LineEvidence.capacity + FeatureTemplate.line.count + FeatureTemplate.joint.count + PlaceTemplate.line.count + 12

  /// The features of a page.
  package init(_ page: Page) { self.init(PageReading(page, .handSet, learned: nil)) }

  private init(_ reading: PageReading) {
    handLabels = reading.handLabels
    lines = reading.judged.map(\.line.number)
    credits = reading.judged.map { $0.credit != nil }
    certain = reading.judged.indices.map { reading.certainLabels($0) == [.furniture] }
    possible = Self.possible(reading.certainties, count: lines.count)
    let features = PageFeatures(reading)
    for place in lines.indices {
      features.forEachRow(of: place) { rows.append(UInt16(truncatingIfNeeded: $0)) }
      starts.append(Int32(rows.count))
      features.forEachJoint(of: place) { joints.append(UInt16(truncatingIfNeeded: $0)) }
      jointStarts.append(Int32(joints.count))
      features.forEachFarJoint(of: place) { farJoints.append(UInt16(truncatingIfNeeded: $0)) }
      farStarts.append(Int32(farJoints.count))
    }
  }

  private static func possible(_ certainties: [LabelScores]?, count: Int) -> [UInt16] {
    let all = UInt16(1) << UInt16(LineLabel.allCases.count) - 1
    guard let certainties else { return Array(repeating: all, count: count) }
    return certainties.map { scores in
      LineLabel.allCases.reduce(all) {
        scores[$1.rawValue] == LabelModel.never ? $0 & ~(1 << UInt16($1.rawValue)) : $0
      }
    }
  }

  /// The page without some features, as if it did not have them.
  /// - Parameter isLeftOut: for each feature of a line, whether it is left out.
  package func without(_ isLeftOut: [Bool]) -> LabelProblem {
    var problem = self
    problem.rows.removeAll(keepingCapacity: true)
    problem.starts = [0]
    for place in lines.indices {
      for row in rows(of: place) where !isLeftOut[Int(row)] { problem.rows.append(row) }
      problem.starts.append(Int32(problem.rows.count))
    }
    return problem
  }

  /// Features of a line that say different values of one thing, by their rows: facts, those of each template, of
  /// characters, of places.
  package static let rowGroups: [Range<Int>] = {
    let firsts = [0] + FeatureRows.line.firsts + [FeatureRows.line.count, PlaceFeatures.first, rowCount]
    return zip(firsts, firsts.dropFirst()).map { $0..<$1 }
  }()

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

extension LabelProblem: ChainFeatures {
  var count: Int { lines.count }

  func forEachRow(of line: Int, _ body: (Int) -> Void) { rows(of: line).forEach { body(Int($0)) } }

  func forEachJoint(of line: Int, _ body: (Int) -> Void) { joints(of: line).forEach { body(Int($0)) } }

  func forEachFarJoint(of line: Int, _ body: (Int) -> Void) { farJoints(of: line).forEach { body(Int($0)) } }
}
