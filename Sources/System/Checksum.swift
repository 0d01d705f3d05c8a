/// XXH64 (Yann Collet, xxHash 0.8): a checksum at the speed of memory. It detects damage, not malice.
/// - Complexity: O(n), 32 bytes a step.
package func checksum(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt64 {
  var place = 0
  var sum: UInt64
  if bytes.count >= 32 {
    var lanes = Lanes(seed)
    while place + 32 <= bytes.count {
      lanes.take(bytes, at: place)
      place += 32
    }
    sum = lanes.sum
  } else {
    sum = seed &+ Prime.fifth
  }
  return finish(sum &+ UInt64(bytes.count), bytes, from: place)
}

/// The checksum of an array.
package func checksum(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { checksum($0) } }

private enum Prime {
  static let first: UInt64 = 0x9E37_79B1_85EB_CA87
  static let second: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  static let third: UInt64 = 0x1656_67B1_9E37_79F9
  static let fourth: UInt64 = 0x85EB_CA77_C2B2_AE63
  static let fifth: UInt64 = 0x27D4_EB2F_1656_67C5
}

/// Four independent sums, which a processor computes at once.
private struct Lanes {
  private var one: UInt64
  private var two: UInt64
  private var three: UInt64
  private var four: UInt64

  init(_ seed: UInt64) {
    one = seed &+ Prime.first &+ Prime.second
    two = seed &+ Prime.second
    three = seed
    four = seed &- Prime.first
  }

  @inline(__always)
  mutating func take(_ bytes: UnsafeRawBufferPointer, at place: Int) {
    one = round(one, word(bytes, place))
    two = round(two, word(bytes, place + 8))
    three = round(three, word(bytes, place + 16))
    four = round(four, word(bytes, place + 24))
  }

  var sum: UInt64 {
    let sum = turned(one, 1) &+ turned(two, 7) &+ turned(three, 12) &+ turned(four, 18)
    return [one, two, three, four].reduce(sum) { ($0 ^ round(0, $1)) &* Prime.first &+ Prime.fourth }
  }
}

private func finish(_ sum: UInt64, _ bytes: UnsafeRawBufferPointer, from start: Int) -> UInt64 {
  var (sum, place) = (sum, start)
  while place + 8 <= bytes.count {
    sum = turned(sum ^ round(0, word(bytes, place)), 27) &* Prime.first &+ Prime.fourth
    place += 8
  }
  if place + 4 <= bytes.count {
    let half = UInt64(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
    sum = turned(sum ^ (half &* Prime.first), 23) &* Prime.second &+ Prime.third
    place += 4
  }
  for byte in bytes[place...] { sum = turned(sum ^ (UInt64(byte) &* Prime.fifth), 11) &* Prime.first }
  sum = (sum ^ (sum >> 33)) &* Prime.second
  sum = (sum ^ (sum >> 29)) &* Prime.third
  return sum ^ (sum >> 32)
}

@inline(__always)
private func word(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt64 {
  UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
}

@inline(__always)
private func round(_ sum: UInt64, _ word: UInt64) -> UInt64 {
  turned(sum &+ word &* Prime.second, 31) &* Prime.first
}

@inline(__always)
private func turned(_ word: UInt64, _ bits: UInt64) -> UInt64 { word &<< bits | word &>> (64 &- bits) }
