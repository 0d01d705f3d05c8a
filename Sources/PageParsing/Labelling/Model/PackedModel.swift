import CSystem
import Resources

/// A model in its file (`ModelFile`): its vectors are added up where they lie, so that nothing is unpacked before the
/// first page is read, and the weights of a page stay near the processor.
package final class PackedModel: LineModel, @unchecked Sendable {
  let bias: LabelScores
  let opening: LabelScores
  let turns: [LabelScores]
  /// The vectors, and one of zeros behind them. They stay as long as the program runs.
  private let vectors: UnsafePointer<UInt8>
  /// By feature of a line, then by feature of two lines and side: the place of its vector among these.
  private let places: [UInt16]
  /// Sums over the templates of a line, of a line and the one before it, and of a line and the one two before it.
  private let line = TemplateSums(FeatureTables.line.fixed, of: FeatureTables.line.templates)
  private let near = PackedModel.sums(FeatureTables.near, near: true)
  private let far = PackedModel.sums(FeatureTables.far, near: false)

  /// The model that the program was built with; nil if it has none.
  package static let learned = PackedModel(bl_label_model(), count: bl_label_model_length)

  /// Reads a model.
  /// - Returns: nil if the bytes are no model for the features of this program.
  convenience init?(bytes: [UInt8]) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count + ModelFile.vectorLength)
    _ = copy.initialize(from: bytes + [UInt8](repeating: 0, count: ModelFile.vectorLength))
    guard let start = copy.baseAddress else { return nil }
    self.init(start, count: bytes.count)
  }

  /// - Parameters:
  ///   - bytes: the file, and a vector of zeros behind it.
  ///   - count: the length of the file.
  private init?(_ bytes: UnsafePointer<UInt8>, count: Int) {
    let length = count - ModelFile.headerLength
    guard length >= 0, length % ModelFile.vectorLength == 0,
      UnsafeBufferPointer(start: bytes, count: 4).elementsEqual(ModelFile.magic),
      Self.number(bytes + 4, of: 4) == UInt64(LabelProblem.rowCount),
      Self.number(bytes + 8, of: 4) == UInt64(Self.jointCount),
      Self.number(bytes + 12, of: 8) == LabelProblem.layout
    else { return nil }
    vectors = bytes + ModelFile.headerLength
    guard let found = Self.read(vectors, length / ModelFile.vectorLength) else { return nil }
    (bias, opening, turns, places) = found
  }

  private static let sideCount = LineLabel.Side.allCases.count
  private static var jointCount: Int { LabelProblem.jointCount * sideCount }

  /// Notes where each vector stands.
  /// - Returns: nil if one belongs nowhere.
  private static func read(
    _ vectors: UnsafePointer<UInt8>, _ count: Int
  ) -> (bias: LabelScores, opening: LabelScores, turns: [LabelScores], places: [UInt16])? {
    guard count < 0xFFFF else { return nil }
    var (bias, opening) = (LabelScores.zero, LabelScores.zero)
    var turns = [LabelScores](repeating: .zero, count: LineLabel.allCases.count)
    var places = [UInt16](repeating: UInt16(count), count: LabelProblem.rowCount + jointCount)
    let firstRow = 2 + turns.count
    var place = 0
    for number in 0..<count {
      let vector = vectors + number * ModelFile.vectorLength
      let step = Int(vector[0]) | Int(vector[1]) << 8
      place += step
      let power = ModelFile.power(vector)
      // Weights of smaller powers weigh nothing.
      if step == 0xFFFF || power < ModelFile.powers.lowerBound { continue }
      guard power <= ModelFile.powers.upperBound, place < firstRow + places.count else { return nil }
      switch place {
      case 0: bias = ModelFile.weights(vector)
      case 1: opening = ModelFile.weights(vector)
      case ..<firstRow: turns[place - 2] = ModelFile.weights(vector)
      default: places[place - firstRow] = UInt16(truncatingIfNeeded: number)
      }
    }
    return (bias, opening, turns, places)
  }

  private static func number(_ bytes: UnsafePointer<UInt8>, of length: Int) -> UInt64 {
    (0..<length).reduce(0) { $0 | UInt64(bytes[$1]) << UInt64(8 * $1) }
  }

  /// The weights of a feature of a line or, behind all of these, of two lines and a side.
  func weights(ofRow row: Int) -> LabelScores {
    ModelFile.weights(vectors + Int(places[row]) * ModelFile.vectorLength)
  }

  func sum(ofRows rows: UnsafeBufferPointer<UInt16>) -> LabelScores { sum(rows, from: 0) }

  func sum(ofJoints rows: UnsafeBufferPointer<UInt16>, after side: Int) -> LabelScores {
    sum(rows, from: LabelProblem.rowCount + side)
  }

  private func sum(_ rows: UnsafeBufferPointer<UInt16>, from first: Int) -> LabelScores {
    guard let start = rows.baseAddress else { return .zero }
    var sum = LabelScores.zero
    places.withUnsafeBufferPointer { places in
      withUnsafeMutableBytes(of: &sum) { sum in
        guard let places = places.baseAddress, let lanes = sum.baseAddress else { return }
        bl_sum_weights(vectors, places + first, start, rows.count, lanes.assumingMemoryBound(to: Float.self))
      }
    }
    return sum
  }
}

extension PackedModel {
  /// The sides of joint features that the line before counts for, and those that the one two before counts for.
  private static let nearSides = 0..<LineLabel.Side.caption.rawValue
  private static let farSides = nearSides.upperBound..<sideCount

  private static func sums(_ tables: FeatureTables, near: Bool) -> TemplateSums {
    TemplateSums(tables.fixed, of: tables.templates, sides: near ? nearSides : farSides, allSides: sideCount)
  }

  /// For each line of a page, the sum of the weights of its features.
  func lineSums(_ features: PageFeatures) -> [LabelScores] {
    let ofPage = TemplateSums(FeatureTables.line.ofPages, of: features.templates)
    var sums = [LabelScores](repeating: .zero, count: features.count)
    withExtendedLifetime(ofPage) {
      add([line.table, ofPage.table], features, from: 0, to: &sums, every: 1) { line, body in
        features.forEachOtherRow(of: line, body)
      }
    }
    return sums
  }

  /// For each line of a page and each side, the sum of the weights of the features that it has with the line before.
  func jointSums(_ features: PageFeatures) -> [LabelScores] {
    let (count, first) = (Self.sideCount, LabelProblem.rowCount)
    var sums = [LabelScores](repeating: .zero, count: features.count * count)
    add([near.table], features, from: first, to: &sums, every: count) { line, body in
      features.facts.forEachJoint(of: line) { body($0 &* count) }
    }
    add([far.table], features, from: first, to: &sums, every: count) { line, body in
      features.facts.forEachFarJoint(of: line) { body($0 &* count) }
    }
    return sums
  }

  /// Adds up the weights of some features of each line, and of those of templates.
  /// - Parameters:
  ///   - first: the place of the first feature's vector in `places`.
  ///   - step: the number of sums that each line has in `sums`.
  ///   - forEachRow: calls a function with the rows of a line's features that are of no template.
  @inline(__always)
  private func add(
    _ tables: [bl_feature_table], _ features: PageFeatures, from first: Int, to sums: inout [LabelScores],
    every step: Int, _ forEachRow: (Int, (Int) -> Void) -> Void
  ) {
    precondition(tables.reduce(0) { $0 + $1.group_count } <= BL_MOST_GROUPS)
    var rows: [UInt16] = []
    var counts: [UInt16] = []
    rows.reserveCapacity(features.count * 16)
    counts.reserveCapacity(features.count)
    for line in 0..<features.count {
      let before = rows.count
      forEachRow(line) { rows.append(UInt16(truncatingIfNeeded: $0)) }
      counts.append(UInt16(truncatingIfNeeded: rows.count - before))
    }
    let side = Int(tables[0].first_side)
    features.codes.withLine(0) { codes in
      rows.withUnsafeBufferPointer { rows in
        counts.withUnsafeBufferPointer { counts in
          var lines = bl_feature_lines(
            count: features.count, codes: codes, width: LineCodes.width, rows: rows.baseAddress,
            row_counts: counts.baseAddress, step: step * LabelScores.scalarCount)
          places.withUnsafeBufferPointer { places in
            sums.withUnsafeMutableBytes { sums in
              guard let places = places.baseAddress, let start = sums.baseAddress else { return }
              let sums = start.assumingMemoryBound(to: Float.self) + side * LabelScores.scalarCount
              bl_sum_features(vectors, places + first, tables, tables.count, &lines, sums)
            }
          }
        }
      }
    }
  }
}
