import CSystem

/// A model as bytes, and back.
///
/// Integers are little-endian. The header is `BLM1`, the number of features of a line and of two lines (each 32 bits)
/// and a checksum of the layout of features (64 bits). Vectors follow, 16 bytes each: a place (16 bits, by how much it
/// is ahead of the one before), a power of two (8 bits, signed) and a weight for each label (8 bits, signed); a place
/// of 0xFFFF moves on by as much without a vector. Vectors stand in the order bias, opening, turns, rows, joints.
enum ModelFile {
  static let magic: [UInt8] = Array("BLM1".utf8)
  static let headerLength = 20
  static let vectorLength = Int(BL_VECTOR_LENGTH)
  /// The powers of two that vectors have.
  static let powers = -Int(BL_WEIGHT_SCALE)...0

  /// A vector's weights.
  /// - Parameter vector: its first byte.
  static func weights(_ vector: UnsafePointer<UInt8>) -> LabelScores {
    let unit = Float(sign: .plus, exponent: power(vector), significand: 1)
    var weights = LabelScores.zero
    for label in 0..<Int(BL_VECTOR_LANES) { weights[label] = Float(Int8(bitPattern: vector[3 + label])) * unit }
    return weights
  }

  /// A vector's power of two.
  static func power(_ vector: UnsafePointer<UInt8>) -> Int { Int(Int8(bitPattern: vector[2])) }
}

extension LabelModel {
  /// Reads a model.
  /// - Returns: nil if the bytes are no model for the features of this program.
  package init?(bytes: [UInt8]) { self.init(PackedModel(bytes: bytes)) }

  /// The model of a file, with all its vectors written out.
  init?(_ file: PackedModel?) {
    guard let file else { return nil }
    self.init(rowCount: LabelProblem.rowCount, jointCount: LabelProblem.jointCount)
    (bias, opening, turns) = (file.bias, file.opening, file.turns)
    for row in rows.indices { rows[row] = file.weights(ofRow: row) }
    for joint in joints.indices { joints[joint] = file.weights(ofRow: rows.count + joint) }
  }

  private var vectors: [LabelScores] { [bias, opening] + turns + rows + joints }

  /// The model as a file of at most some bytes: of more vectors than it has room for the weightiest are kept.
  package func bytes(limit: Int = 400_000) -> [UInt8] {
    let room = (limit - ModelFile.headerLength) / ModelFile.vectorLength - 2
    let all = vectors
    let weights = all.map(Self.largest)
    var places = all.indices.filter { weights[$0] > 0 }
    places.sort { weights[$0] != weights[$1] ? weights[$0] > weights[$1] : $0 < $1 }
    let kept = places.prefix(room).sorted()
    var bytes = ModelFile.magic
    bytes += Self.bytes(UInt32(rows.count))
    bytes += Self.bytes(UInt32(joints.count))
    bytes += Self.bytes(LabelProblem.layout)
    var next = 0
    for place in kept {
      while place - next >= 0xFFFF {
        bytes += Self.bytes(UInt16.max) + Array(repeating: 0, count: ModelFile.vectorLength - 2)
        next += 0xFFFF
      }
      bytes += Self.bytes(UInt16(place - next)) + Self.quantized(all[place])
      next = place
    }
    return bytes
  }

  private static func largest(_ vector: LabelScores) -> Float {
    LineLabel.allCases.map { abs(vector[$0.rawValue]) }.max() ?? 0
  }

  /// A power of two and the weights as multiples of it.
  private static func quantized(_ vector: LabelScores) -> [UInt8] {
    let largest = max(largest(vector), Float.leastNormalMagnitude)
    let powers = ModelFile.powers
    let power = max(powers.lowerBound, min(powers.upperBound, Int((largest / 127).exponent) + 1))
    let unit = Float(sign: .plus, exponent: power, significand: 1)
    let weights = LineLabel.allCases.map { label in
      UInt8(bitPattern: Int8(max(-127, min(127, (vector[label.rawValue] / unit).rounded()))))
    }
    return [UInt8(bitPattern: Int8(power))] + weights
  }

  private static func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }
}

extension LabelProblem {
  /// A checksum of the templates and the labels: a model for other features is of no use.
  static let layout: UInt64 = {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func take(_ number: Int) { hash = (hash ^ UInt64(bitPattern: Int64(number))) &* 0x100_0000_01B3 }
    for template in FeatureTemplate.line + FeatureTemplate.joint {
      for part in template.parts {
        take(part.code.rawValue)
        take(part.code.count)
        take(part.offset)
      }
      take(template.page.map { $0.rawValue * 64 + $0.count } ?? -1)
    }
    take(LineFeature.allCases.count)
    take(JointFeature.allCases.count)
    take(LineLabel.allCases.count)
    take(rowCount)
    return hash
  }()
}
