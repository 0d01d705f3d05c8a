/// 16-bit values by scalar, most of them 0: blocks of 64 scalars, equal ones stored once.
///
/// 4096 block numbers, then the blocks, all 16 bits, least byte first. Scalars from U+40000 on are 0.
func trie(_ values: [UInt32: UInt16]) -> [UInt8] {
  var numbers: [[UInt16]: Int] = [:]
  var blocks: [[UInt16]] = []
  let index = (0..<4096).map { (block: UInt32) in
    let block = (block << 6..<(block + 1) << 6).map { values[$0] ?? 0 }
    if numbers[block] == nil {
      numbers[block] = blocks.count
      blocks.append(block)
    }
    return UInt16(numbers[block] ?? 0)
  }
  return (index + blocks.joined()).flatMap(littleEndian)
}

func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
  withUnsafeBytes(of: value.littleEndian) { Array($0) }
}
