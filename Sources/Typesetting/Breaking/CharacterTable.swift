import Resources

/// The embedded table of characters: which record each code point has.
///
/// Two stages: for each block of 256 code points the number of a row, and in that row for each code point the number of
/// a record. As a file: how many records there are (one byte), the records (two bytes each, low one first), the numbers
/// of the rows (`blockCount` bytes), the rows (256 bytes each).
package struct CharacterTable: Sendable {
  /// Blocks of 256 code points that Unicode has.
  package static let blockCount = 0x1100
  /// The one that the program carries.
  static let embedded = CharacterTable()

  private let records: [CharacterRecord]
  /// The numbers of the rows, then the rows.
  private let stages: [UInt8]

  private init() {
    let bytes = UnsafeBufferPointer(start: bl_character_table(), count: bl_character_table_length)
    let count = Int(bytes.first ?? 0)
    records = (0..<count).map { number in
      CharacterRecord(rawValue: UInt16(bytes[1 + number * 2]) | UInt16(bytes[2 + number * 2]) << 8)
    }
    stages = Array(bytes.dropFirst(1 + count * 2))
  }

  /// The record of a code point.
  subscript(_ scalar: UInt32) -> CharacterRecord {
    let row = Int(stages[Int(scalar >> 8)])
    return records[Int(stages[Self.blockCount + row << 8 + Int(scalar & 0xFF)])]
  }

  /// The file of a table.
  /// - Parameter records: of all code points, in order. There are at most 255 different ones, in at most 256 rows.
  /// - Returns: nil if there are more.
  package static func file(of records: [CharacterRecord]) -> [UInt8]? {
    var kinds = Numbering<CharacterRecord>()
    var rows = Numbering<[UInt8]>()
    var blocks: [UInt8] = []
    for start in stride(from: 0, to: records.count, by: 256) {
      let row = records[start..<start + 256].map { UInt8(truncatingIfNeeded: kinds.number(of: $0)) }
      blocks.append(UInt8(truncatingIfNeeded: rows.number(of: row)))
    }
    guard kinds.all.count < 256, rows.all.count <= 256, blocks.count == blockCount else { return nil }
    let kindBytes = kinds.all.flatMap { [UInt8($0.rawValue & 0xFF), UInt8($0.rawValue >> 8)] }
    return [UInt8(kinds.all.count)] + kindBytes + blocks + rows.all.joined()
  }
}

/// Numbers for values, in the order of their first coming.
private struct Numbering<Value: Hashable> {
  private(set) var all: [Value] = []
  private var numbers: [Value: Int] = [:]

  mutating func number(of value: Value) -> Int {
    if let number = numbers[value] { return number }
    numbers[value] = all.count
    all.append(value)
    return all.count - 1
  }
}
