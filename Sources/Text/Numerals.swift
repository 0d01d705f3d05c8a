/// The value, 0–9, of a digit in ASCII or full-width form.
@inlinable
package func digitValue(_ scalar: UInt32) -> Int? {
  switch scalar {
  case 0x30...0x39: Int(scalar - 0x30)
  case 0xFF10...0xFF19: Int(scalar - 0xFF10)
  default: nil
  }
}

/// The value of a Chinese numeral: 0–10, 20, 30, 40 and 100.
@inlinable
package func chineseNumeral(_ scalar: UInt32) -> Int? {
  switch scalar {
  case 0x3007, 0x96F6, 0x25CB, 0x25EF: 0  // 〇零○◯
  case 0x4E00: 1
  case 0x4E8C, 0x4E24: 2  // 二两
  case 0x4E09: 3
  case 0x56DB: 4
  case 0x4E94: 5
  case 0x516D: 6
  case 0x4E03: 7
  case 0x516B: 8
  case 0x4E5D: 9
  case 0x5341: 10
  case 0x5EFF: 20  // 廿
  case 0x5345: 30  // 卅
  case 0x534C: 40  // 卌
  case 0x767E: 100
  default: nil
  }
}
