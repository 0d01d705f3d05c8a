import Resources

/// A model as bytes, and back.
///
/// Integers are little-endian. The header is `BLM1`, the number of features of a line and of two lines (each 32 bits)
/// and a checksum of the layout of features (64 bits). Vectors follow, 16 bytes each: a place (16 bits, by how much it
/// is ahead of the one before), a power of two (8 bits, signed) and a weight for each label (8 bits, signed); a place
/// of 0xFFFF moves on by as much without a vector. Vectors stand in the order bias, opening, turns, rows, joints.
extension LabelModel {
  private static let magic: [UInt8] = Array("BLM1".utf8)
  private static let headerLength = 20
  private static let vectorLength = 16

  /// The model that the program was built with; nil if it has none.
  package static let learned: LabelModel? = {
    let bytes = UnsafeBufferPointer(start: bl_label_model(), count: bl_label_model_length)
    return LabelModel(bytes: Array(bytes))
  }()

  private var vectors: [LabelScores] { [bias, opening] + turns + rows + joints }

  /// The model as a file of at most some bytes: of more vectors than it has room for the weightiest are kept.
  package func bytes(limit: Int = 400_000) -> [UInt8] {
    let room = (limit - Self.headerLength) / Self.vectorLength - 2
    let all = vectors
    let weights = all.map(Self.largest)
    var places = all.indices.filter { weights[$0] > 0 }
    places.sort { weights[$0] != weights[$1] ? weights[$0] > weights[$1] : $0 < $1 }
    let kept = places.prefix(room).sorted()
    var bytes = Self.magic
    bytes += Self.bytes(UInt32(rows.count))
    bytes += Self.bytes(UInt32(joints.count))
    bytes += Self.bytes(LabelProblem.layout)
    var next = 0
    for place in kept {
      while place - next >= 0xFFFF {
        bytes += Self.bytes(UInt16.max) + Array(repeating: 0, count: Self.vectorLength - 2)
        next += 0xFFFF
      }
      bytes += Self.bytes(UInt16(place - next)) + Self.quantized(all[place])
      next = place
    }
    return bytes
  }

  /// Reads a model.
  /// - Returns: nil if the bytes are no model for the features of this program.
  package init?(bytes: [UInt8]) {
    guard bytes.count >= Self.headerLength, Array(bytes.prefix(4)) == Self.magic else { return nil }
    self.init(rowCount: LabelProblem.rowCount, jointCount: LabelProblem.jointCount)
    guard Self.number(bytes, 4, of: 4) == UInt64(rows.count), Self.number(bytes, 8, of: 4) == UInt64(joints.count),
      Self.number(bytes, 12, of: 8) == LabelProblem.layout
    else { return nil }
    let turnsEnd = 2 + turns.count
    let rowsEnd = turnsEnd + rows.count
    let jointsEnd = rowsEnd + joints.count
    var place = 0
    var index = Self.headerLength
    while index + Self.vectorLength <= bytes.count {
      let step = Int(Self.number(bytes, index, of: 2))
      place += step
      if step < 0xFFFF {
        let vector = Self.vector(bytes, index + 2)
        switch place {
        case 0: bias = vector
        case 1: opening = vector
        case ..<turnsEnd: turns[place - 2] = vector
        case ..<rowsEnd: rows[place - turnsEnd] = vector
        case ..<jointsEnd: joints[place - rowsEnd] = vector
        default: return nil
        }
      }
      index += Self.vectorLength
    }
  }

  private static func largest(_ vector: LabelScores) -> Float {
    LineLabel.allCases.map { abs(vector[$0.rawValue]) }.max() ?? 0
  }

  /// A power of two and the weights as multiples of it.
  private static func quantized(_ vector: LabelScores) -> [UInt8] {
    let largest = max(largest(vector), Float.leastNormalMagnitude)
    let power = max(-100, min(100, Int((largest / 127).exponent) + 1))
    let unit = Float(sign: .plus, exponent: power, significand: 1)
    let weights = LineLabel.allCases.map { label in
      UInt8(bitPattern: Int8(max(-127, min(127, (vector[label.rawValue] / unit).rounded()))))
    }
    return [UInt8(bitPattern: Int8(power))] + weights
  }

  private static func vector(_ bytes: [UInt8], _ index: Int) -> LabelScores {
    let unit = Float(sign: .plus, exponent: Int(Int8(bitPattern: bytes[index])), significand: 1)
    var vector = LabelScores.zero
    for label in LineLabel.allCases {
      vector[label.rawValue] = Float(Int8(bitPattern: bytes[index + 1 + label.rawValue])) * unit
    }
    return vector
  }

  private static func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }

  private static func number(_ bytes: [UInt8], _ index: Int, of length: Int) -> UInt64 {
    bytes[index..<index + length].reversed().reduce(0) { $0 << 8 | UInt64($1) }
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
