import Testing

@testable import System

@Suite("Checksums")
struct ChecksumTests {
  /// The bytes that xxHash's own test of itself (`xsum_sanity_check.c`) takes sums of.
  private static let bytes: [UInt8] = {
    var state: UInt64 = 2_654_435_761
    return (0..<222).map { _ in
      defer { state &*= 11_400_714_785_074_694_797 }
      return UInt8(state >> 56)
    }
  }()

  @Test(
    "Sums are those that xxHash publishes, of texts shorter and longer than a step",
    arguments: [
      (0, 0, 0xEF46_DB37_51D8_E999), (0, 2_654_435_761, 0xAC75_FDA2_929B_17EF), (1, 0, 0xE934_A84A_DB05_2768),
      (1, 2_654_435_761, 0x5014_6076_43A9_B4C3), (4, 0, 0x9136_A0DC_A574_57EE), (14, 0, 0x8282_DCC4_994E_35C8),
      (14, 2_654_435_761, 0xC3BD_6BF6_3DEB_6DF0), (222, 0, 0xB641_AE8C_B691_C174),
      (222, 2_654_435_761, 0x20CB_8AB7_AE10_C14A),
    ] as [(Int, UInt64, UInt64)])
  func published(length: Int, seed: UInt64, sum: UInt64) {
    Self.bytes[..<length].withUnsafeBytes { #expect(checksum($0, seed: seed) == sum) }
  }

  @Test("The sum of a text is the published one")
  func text() { #expect(checksum(Array("abc".utf8)) == 0x44BC_2CF5_AD77_0999) }
}
