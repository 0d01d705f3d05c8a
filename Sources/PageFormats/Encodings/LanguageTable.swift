import Resources
import Text

/// Statistics of languages, by which encodings are told apart: what it costs to write a text, in bits.
///
/// `Workbench language-table` makes `Resources/languages` of lists of words with their frequencies. For each language
/// with an alphabet: the number of its letters (16 bits), the letters in order (16 bits each), and for each letter the
/// costs of those behind it, half a byte each; 0 is any other character, 1 the first letter. Then for each language
/// without one: the number of characters (16 bits), the characters in order (16 bits each), the cost of each (8 bits).
package struct LanguageTable: Sendable {
  /// Languages with an alphabet, by their codes of ISO 639, in the order of the table.
  package static let alphabetic = [
    "en", "de", "fr", "es", "it", "pt", "nl", "da", "sv", "nb", "fi", "is", "pl", "cs", "sk", "hu", "sl", "sh", "ro",
    "ru", "uk", "bg", "mk", "el", "tr", "he", "ar", "fa", "lt", "lv", "vi", "th",
  ]
  /// Languages with thousands of characters.
  package static let characterwise = ["zh", "ja", "ko"]

  /// The letters of a language and what each costs behind another, in constant memory.
  struct Alphabet: @unchecked Sendable {
    fileprivate let letters: UnsafePointer<UInt16>
    let count: Int
    fileprivate let costs: UnsafePointer<UInt8>

    /// The number of a small letter; 0 for what is none of the language.
    func number(of scalar: UInt32) -> Int {
      guard let place = LanguageTable.place(of: scalar, letters, count) else { return 0 }
      return place + 1
    }

    /// Bits that a letter costs behind another one.
    func cost(of next: Int, behind last: Int) -> Int {
      let place = last * (count + 1) + next
      return Int(costs[place >> 1] >> (place & 1 == 0 ? 0 : 4) & 15)
    }
  }

  /// The characters of a language and what each costs, in constant memory.
  struct Characters: @unchecked Sendable {
    fileprivate let scalars: UnsafePointer<UInt16>
    fileprivate let count: Int
    fileprivate let costs: UnsafePointer<UInt8>

    /// Bits that a character costs; nil for one that is rare or none of the language.
    func cost(of scalar: UInt32) -> Int? {
      LanguageTable.place(of: scalar, scalars, count).map { Int(costs[$0]) }
    }
  }

  /// In the order of `alphabetic`.
  let alphabets: [Alphabet]
  /// In the order of `characterwise`.
  let characters: [Characters]

  /// The table that the program holds.
  static let shared = LanguageTable()

  private init() {
    guard let file = bl_languages() else {
      (alphabets, characters) = ([], [])
      return
    }
    let start = UnsafeRawPointer(file)
    var place = 0
    func take() -> Int {
      defer { place += 2 }
      return Int(UInt16(littleEndian: start.load(fromByteOffset: place, as: UInt16.self)))
    }
    alphabets = Self.alphabetic.map { _ in
      let count = take()
      let letters = (start + place).assumingMemoryBound(to: UInt16.self)
      let costs = (start + place + 2 * count).assumingMemoryBound(to: UInt8.self)
      place += 2 * count + Self.costLength(count)
      return Alphabet(letters: letters, count: count, costs: costs)
    }
    characters = Self.characterwise.map { _ in
      let count = take()
      let scalars = (start + place).assumingMemoryBound(to: UInt16.self)
      let costs = (start + place + 2 * count).assumingMemoryBound(to: UInt8.self)
      place += 2 * count + (count + 1) & ~1
      return Characters(scalars: scalars, count: count, costs: costs)
    }
  }

  /// Bytes of the costs of an alphabet, an even number.
  package static func costLength(_ letters: Int) -> Int { ((letters + 1) * (letters + 1) + 3) / 4 * 2 }

  private static func place(of scalar: UInt32, _ scalars: UnsafePointer<UInt16>, _ count: Int) -> Int? {
    let first = UnsafeBufferPointer(start: scalars, count: count)
      .partitioningIndex { UInt32(UInt16(littleEndian: $0)) >= scalar }
    return first < count && UInt32(UInt16(littleEndian: scalars[first])) == scalar ? first : nil
  }
}
