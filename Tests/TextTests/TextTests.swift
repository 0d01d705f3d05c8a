import Chance
import Testing

@testable import Text

@Suite struct TextTests {
  @Test("Every scalar that UTF-8 has is decoded and encoded as Swift does it")
  func coding() {
    for value in stride(from: UInt32(0), through: 0x10FFFF, by: 7) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(Character(scalar)).utf8)
      #expect(Array(UTF8.bytes(of: value)) == bytes)
      #expect(UTF8.width(bytes[0]) == bytes.count && UTF8.length(of: value) == bytes.count)
      bytes.withUnsafeBufferPointer { #expect(UTF8.decode($0, at: 0) == (value, bytes.count)) }
    }
  }

  @Test("A cursor reads valid text as Swift does, and gets to the end of any bytes")
  func cursor() {
    var random = RandomSource(seed: 5)
    for _ in 0..<500 {
      let letters = ["重", "庆", "a", "é", "。", "\u{20000}", "👩", " "]
      let text = (0..<12).map { _ in letters.randomElement(using: &random) ?? "" }.joined()
      Array(text.utf8).withUnsafeBufferPointer { bytes in
        #expect(scalars(bytes) == text.unicodeScalars.map(\.value))
      }
      let noise = (0..<20).map { _ in UInt8.random(in: 0...255, using: &random) }
      noise.withUnsafeBufferPointer { #expect(scalars($0).count <= 20) }
    }
    #expect([0x61, 0xFF, 0xE4].withUnsafeBufferPointer { scalars($0) } == [0x61, ScalarCursor.separator, 0xFFFD])
  }

  private func scalars(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    var cursor = ScalarCursor(bytes)
    var scalars: [UInt32] = []
    while let scalar = cursor.current {
      scalars.append(scalar)
      cursor.advance()
    }
    return scalars
  }

  @Test("Binary search finds the first and the last index of a condition")
  func search() {
    let numbers = [1, 3, 3, 5, 8, 8, 9]
    for bound in 0...10 {
      #expect(numbers.partitioningIndex { $0 >= bound } == numbers.firstIndex { $0 >= bound } ?? numbers.endIndex)
      #expect(numbers.lastIndex(from: 0) { $0 <= bound } == numbers.lastIndex { $0 <= bound } ?? 0)
    }
    #expect([Int]().partitioningIndex { $0 > 0 } == 0)
  }

  @Test("The words of newspapers have both their forms")
  func forms() {
    let traditional = "報訊電記員轉詳見專圖攝實習據華編輯評論約廣"
    let simplified = "报讯电记员转详见专图摄实习据华编辑评论约广"
    for (one, other) in zip(traditional.unicodeScalars, simplified.unicodeScalars) {
      #expect(HanziForms.simplified(one.value) == other.value, "\(one)")
      #expect(HanziForms.traditional(other.value) == one.value, "\(other)")
      #expect(HanziForms.simplified(other.value) == other.value, "\(other)")
    }
    for scalar in "年月日版第A9，〇".unicodeScalars { #expect(HanziForms.simplified(scalar.value) == scalar.value) }
  }

  @Test("Numerals have their values")
  func numerals() {
    #expect(
      "〇一二两三四五六七八九十廿卅卌百".unicodeScalars.map { chineseNumeral($0.value) }
        == [0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 40, 100])
    #expect("09０９a".unicodeScalars.map { digitValue($0.value) } == [0, 9, 0, 9, nil])
  }
}
