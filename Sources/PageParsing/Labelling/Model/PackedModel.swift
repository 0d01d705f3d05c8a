import CSystem
import Resources

/// A model in its file (`ModelFile`): its vectors are added up where they lie, so that nothing is unpacked before the
/// first page is read, and the weights of a page stay near the processor.
package struct PackedModel: LineModel, @unchecked Sendable {
  private(set) var bias = LabelScores.zero
  private(set) var opening = LabelScores.zero
  private(set) var turns = [LabelScores](repeating: .zero, count: LineLabel.allCases.count)
  /// The vectors, and one of zeros behind them. They stay as long as the program runs.
  private let vectors: UnsafePointer<UInt8>
  /// By feature of a line, then by feature of two lines and side: the place of its vector among these.
  private var places: [UInt16]

  /// The model that the program was built with; nil if it has none.
  package static let learned = PackedModel(bl_label_model(), count: bl_label_model_length)

  /// Reads a model.
  /// - Returns: nil if the bytes are no model for the features of this program.
  init?(bytes: [UInt8]) {
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
    let vectorCount = length / ModelFile.vectorLength
    places = Array(repeating: UInt16(truncatingIfNeeded: vectorCount), count: LabelProblem.rowCount + Self.jointCount)
    guard vectorCount < 0xFFFF, read(vectorCount) else { return nil }
  }

  private static var jointCount: Int { LabelProblem.jointCount * LineLabel.Side.allCases.count }

  /// Notes where each vector stands.
  /// - Returns: false if one belongs nowhere.
  private mutating func read(_ count: Int) -> Bool {
    let firstRow = 2 + turns.count
    var place = 0
    for number in 0..<count {
      let vector = vectors + number * ModelFile.vectorLength
      let step = Int(vector[0]) | Int(vector[1]) << 8
      place += step
      let power = ModelFile.power(vector)
      // Weights of smaller powers weigh nothing.
      if step == 0xFFFF || power < ModelFile.powers.lowerBound { continue }
      guard power <= ModelFile.powers.upperBound, place < firstRow + places.count else { return false }
      switch place {
      case 0: bias = ModelFile.weights(vector)
      case 1: opening = ModelFile.weights(vector)
      case ..<firstRow: turns[place - 2] = ModelFile.weights(vector)
      default: places[place - firstRow] = UInt16(truncatingIfNeeded: number)
      }
    }
    return true
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
