/// Writes a ZIP archive (APPNOTE 6.3.3) piece by piece. Entries are stored as they are, and carry no time, so that the
/// same entries make the same archive.
struct ZipArchive {
  private var directory: [UInt8] = []
  private var entryCount = 0
  private var length = 0

  /// The most that an archive without ZIP64 holds.
  private static let mostEntries = 0xFFFF
  private static let mostBytes = 0xFFFF_FFFF

  /// The bytes of an entry.
  /// - Parameter name: a path with `/`, in ASCII.
  mutating func entry(_ name: String, _ content: [UInt8]) throws -> [UInt8] {
    let name = Array(name.utf8)
    let size = 30 + name.count + content.count
    guard entryCount < Self.mostEntries, length + size + directory.count + 0x1_0000 <= Self.mostBytes else {
      throw ExportFailure(message: "too large for one archive (4 GB, 65,535 parts); export fewer issues or in batches")
    }
    // Version 2.0, no flags, stored, the first moment that the format knows, checksum and sizes.
    var facts: [UInt8] = []
    facts.append(UInt16(20))
    facts.append(UInt16(0))
    facts.append(UInt16(0))
    facts.append(UInt16(0))
    facts.append(UInt16(0x21))
    facts.append(crc32(content))
    facts.append(UInt32(content.count))
    facts.append(UInt32(content.count))
    facts.append(UInt16(name.count))
    facts.append(UInt16(0))
    directory += [0x50, 0x4B, 0x01, 0x02, 20, 0] + facts + [UInt8](repeating: 0, count: 10)
    directory.append(UInt32(length))
    directory += name
    entryCount += 1
    length += size
    return [0x50, 0x4B, 0x03, 0x04] + facts + name + content
  }

  /// The bytes that end the archive: the list of its entries.
  func end() -> [UInt8] {
    var end: [UInt8] = [0x50, 0x4B, 0x05, 0x06, 0, 0, 0, 0]
    end.append(UInt16(entryCount))
    end.append(UInt16(entryCount))
    end.append(UInt32(directory.count))
    end.append(UInt32(length))
    end.append(UInt16(0))
    return directory + end
  }
}

extension [UInt8] {
  /// Appends a number, its least byte first.
  fileprivate mutating func append(_ number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}

/// The checksum of ZIP and PNG (ISO 3309), a table of 256 steps.
func crc32(_ bytes: [UInt8]) -> UInt32 {
  ~bytes.reduce(~UInt32(0)) { sum, byte in crcTable[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ (sum >> 8) }
}

private let crcTable: [UInt32] = (0..<256).map { number in
  (0..<8).reduce(UInt32(number)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
}
