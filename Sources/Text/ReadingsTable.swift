import Resources

/// The readings of hanzi, as syllables without tones, ü as v. `Workbench search-tables` makes the table and says its
/// form.
package struct ReadingsTable: Sendable {
  /// The readings of a hanzi.
  package struct Readings {
    fileprivate let entry: EmbeddedBytes
    fileprivate let syllables: EmbeddedBytes

    /// The letters that readings start with; a is bit 0.
    package func initials(rare: Bool) -> UInt32 { UInt32(truncatingIfNeeded: entry.number(at: rare ? 4 : 0)) }

    /// The number of readings.
    package func count(rare: Bool) -> Int { Int(entry.shortNumber(at: rare ? 10 : 8)) }

    /// The letters of a reading: at most eight, with zeros after them. Those in common use come first, of these the
    /// most usual.
    package subscript(index: Int) -> UnsafePointer<UInt8> {
      syllables.start + Int(entry.shortNumber(at: 12 + 2 * index)) * 8
    }
  }

  private let values: CharacterTrie
  private let syllableBytes: EmbeddedBytes
  private let pool: EmbeddedBytes

  /// The table that the program holds.
  package init() {
    let file = EmbeddedBytes(start: bl_readings())
    values = CharacterTrie(file.advanced(by: 8))
    syllableBytes = file.advanced(by: file.number(at: 0))
    pool = file.advanced(by: file.number(at: 4))
  }

  /// Every syllable that some hanzi is read as: at most eight letters, with zeros after them.
  package var syllables: some Sequence<UnsafePointer<UInt8>> {
    stride(from: 0, to: pool.start - syllableBytes.start, by: 8).lazy.map { [syllableBytes] in syllableBytes.start + $0
    }
  }

  /// The letters of each.
  package var allSyllables: [[UInt8]] {
    syllables.map { UnsafeBufferPointer(start: $0, count: 8).prefix { $0 != 0 }.map(\.self) }
  }

  /// The same for scalars that are read alike; 0 for what has no reading.
  package func number(of scalar: UInt32) -> UInt16 { values[scalar] }

  /// By number: a scalar that has it; 0 where there is none.
  package var samples: [UInt32] {
    var samples: [UInt32] = [0]
    // The hanzi of the first plane and of the two for those that are rarer.
    for scalar in Array(UInt32(0x80)..<0x10000) + (0x20000..<0x40000) {
      let number = Int(values[scalar])
      if number >= samples.count { samples += [UInt32](repeating: 0, count: number + 1 - samples.count) }
      if number != 0 { samples[number] = scalar }
    }
    return samples
  }

  /// The readings of a folded scalar; nil for a scalar without any.
  package subscript(scalar: UInt32) -> Readings? {
    let value = values[scalar]
    return value == 0 ? nil : Readings(entry: pool.advanced(by: (Int(value) - 1) * 4), syllables: syllableBytes)
  }
}
