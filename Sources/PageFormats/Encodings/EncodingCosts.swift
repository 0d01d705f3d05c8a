import Resources

/// An encoding that some bytes may be in, and what it costs to write them in the language that fits best.
struct GuessedEncoding: Equatable {
  var encoding: PageEncoding
  /// Bits.
  var cost: Int
}

/// Tells encodings apart by their bytes: each is decoded in every encoding of old, and the one counts in which the text
/// is shortest to write by the statistics of a language that was written so (minimum description length).
enum EncodingCosts {
  /// Bytes that are looked at, at most.
  static let longest = 16 << 10

  /// The encodings that bytes may be in, the cheapest first.
  static func ranked(_ bytes: [UInt8]) -> [GuessedEncoding] {
    let sample = sample(of: bytes)
    var found: [GuessedEncoding] = multibyte.map {
      GuessedEncoding(encoding: $0.encoding, cost: cost(sample, $0.encoding, $0.language))
    }
    for (encoding, languages) in singleByte {
      found.append(GuessedEncoding(encoding: encoding, cost: cost(sample, encoding, languages)))
    }
    // Of equally cheap ones the first of the list is the most usual.
    return found.enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }.map(\.element)
  }

  /// The bytes from the first one beyond ASCII on.
  private static func sample(of bytes: [UInt8]) -> [UInt8] {
    let start = bytes.firstIndex { $0 >= 0x80 } ?? 0
    return Array(bytes[max(0, start - 256)...].prefix(longest))
  }

  private static let multibyte: [(encoding: PageEncoding, language: String)] = [
    (.gb18030, "zh"), (.big5, "zh"), (.shiftJIS, "ja"), (.eucJP, "ja"), (.eucKR, "ko"),
  ]

  private static let western = ["en", "de", "fr", "es", "it", "pt", "nl", "da", "sv", "nb", "fi", "is"]
  private static let central = ["pl", "cs", "sk", "hu", "sl", "sh", "ro"]
  private static let cyrillic = ["ru", "uk", "bg", "mk"]

  /// The encodings with the languages that were written in them, the usual ones first.
  private static let singleByte: [(PageEncoding, [String])] = [
    (.windows1252, western), (.windows1250, central), (.windows1251, cyrillic), (.windows1253, ["el"]),
    (.windows1254, ["tr"]), (.windows1255, ["he"]), (.windows1256, ["ar", "fa"]), (.windows1257, ["lt", "lv"]),
    (.windows1258, ["vi"]), (.windows874, ["th"]), (.koi8R, ["ru", "bg"]), (.koi8U, ["uk"]), (.ibm866, ["ru", "bg"]),
    (.iso8859x2, central), (.iso8859x5, cyrillic), (.iso8859x7, ["el"]), (.iso8859x6, ["ar"]), (.iso8859x8, ["he"]),
    (.iso8859x13, ["lt", "lv"]), (.iso8859x4, ["lt", "lv"]), (.macintosh, western), (.xMacCyrillic, cyrillic),
    (.iso8859x15, western), (.iso8859x16, ["ro"]),
  ]

  // MARK: Costs, in bits

  private static let fault = 40
  private static let rare = 17
  private static let ascii = 5
  private static let mark = 7
  private static let oddSign = 14
  private static let foreignLetter = 16
  private static let risingCase = 8

  private static func cost(_ bytes: [UInt8], _ encoding: PageEncoding, _ language: String) -> Int {
    guard let text = decoded(bytes, from: encoding),
      let number = LanguageTable.characterwise.firstIndex(of: language)
    else { return .max }
    let table = LanguageTable.shared.characters[number]
    var cost = 0
    for scalar in String(decoding: text.bytes, as: UTF8.self).unicodeScalars.lazy.map(\.value) {
      switch scalar {
      case ..<0x80: cost += ascii
      case 0xFFFD: cost += fault
      case 0x3000...0x3002, 0xFF01, 0xFF08...0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F, 0x300C...0x300F, 0x2014, 0x2018...0x201D,
        0x2026, 0x300A, 0x300B, 0xFF10...0xFF19:
        cost += mark
      default: cost += table.cost(of: scalar) ?? rare + (scalar >= 0xE000 ? 6 : 0)
      }
    }
    return cost
  }

  private static func cost(_ bytes: [UInt8], _ encoding: PageEncoding, _ languages: [String]) -> Int {
    let letters = ByteLetters(encoding)
    return languages.compactMap { LanguageTable.alphabetic.firstIndex(of: $0) }
      .map { cost(bytes, letters, LanguageTable.shared.alphabets[$0]) }.min() ?? .max
  }

  private static func cost(_ bytes: [UInt8], _ letters: ByteLetters, _ alphabet: LanguageTable.Alphabet) -> Int {
    let numbers = letters.small.map { $0 == 0 ? 0 : alphabet.number(of: $0) }
    let extra = (0..<256).map { byte in
      letters.small[byte] == 0 ? letters.signCost[byte] : numbers[byte] == 0 ? foreignLetter : 0
    }
    var (cost, last, wasSmall) = (0, 0, false)
    for byte in bytes.lazy.map(Int.init) {
      let number = numbers[byte]
      cost += alphabet.cost(of: number, behind: last) + extra[byte]
      if wasSmall, letters.isCapital[byte], byte >= 0x80 { cost += risingCase }
      (last, wasSmall) = (number, letters.isSmall[byte])
    }
    return cost
  }

  /// The characters of an encoding's bytes.
  private struct ByteLetters {
    /// The small letter that each byte is; 0 for what is no letter.
    var small = [UInt32](repeating: 0, count: 256)
    var isCapital = [Bool](repeating: false, count: 256)
    var isSmall = [Bool](repeating: false, count: 256)
    var signCost = [Int](repeating: 0, count: 256)

    init(_ encoding: PageEncoding) {
      let index = EncodingIndex(encoding.rawValue.lowercased())
      for byte in 0..<256 {
        let code = byte < 0x80 ? UInt32(byte) : index[byte - 0x80]
        guard code != 0, let scalar = Unicode.Scalar(code) else {
          signCost[byte] = byte < 0x80 ? oddSign : fault
          continue
        }
        let properties = scalar.properties
        let isMark = properties.generalCategory == .nonspacingMark || properties.generalCategory == .spacingMark
        if properties.isAlphabetic || isMark, code != 0xAA, code != 0xBA {
          let letter = properties.lowercaseMapping.unicodeScalars.first?.value ?? code
          small[byte] = Self.withCedilla[letter] ?? letter
          isCapital[byte] = properties.isUppercase
          isSmall[byte] = properties.isLowercase
        } else {
          signCost[byte] =
            byte < 0x80 ? 0 : (0x80...0x9F).contains(code) ? fault : usual.contains(code) ? mark - 3 : oddSign
        }
      }
    }

    /// The letters of Romanian with a comma below, by those with a cedilla, which the statistics have: most encodings
    /// have no others.
    private static let withCedilla: [UInt32: UInt32] = [0x219: 0x15F, 0x21B: 0x163]

    /// Marks that texts of Europe have beside ASCII's.
    private let usual: Set<UInt32> = [
      0xA0, 0xA7, 0xAB, 0xBB, 0xB0, 0xB7, 0xAD, 0x2013, 0x2014, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2026,
      0x2116, 0x20AC, 0xA3, 0xBF, 0xA1, 0x2039, 0x203A, 0x2022, 0xB4, 0x60C, 0x61B, 0x61F, 0x200C,
    ]
  }
}

extension GuessedEncoding {
  /// Bits for each byte beyond which bytes are no text, in encodings of one byte a character and in others.
  private static let dearest = 6
  private static let dearestOfMany = 9

  /// Number of signs from which on bytes without a letter tell an encoding of one byte a character that is rare.
  private static let leastSigns = 5

  /// True if the bytes may be a text.
  func isPlausible(_ bytes: [UInt8]) -> Bool {
    let isSingleByte = PageEncoding.singleByte.contains(encoding)
    let most = isSingleByte ? Self.dearest : Self.dearestOfMany
    guard cost <= min(bytes.count, EncodingCosts.longest) * most else { return false }
    return !isSingleByte || encoding == .windows1252 || isTold(by: bytes)
  }

  /// True if letters beyond ASCII, or several signs, tell the encoding. A few odd bytes are a sign in one encoding or
  /// another whatever they are, and are rather faults.
  private func isTold(by bytes: [UInt8]) -> Bool {
    let odd = Array(bytes.lazy.filter { $0 >= 0x80 }.prefix(Self.leastSigns))
    guard odd.count < Self.leastSigns else { return true }
    let signs = decoded(odd, from: encoding)?.bytes ?? []
    return String(decoding: signs, as: UTF8.self).unicodeScalars.contains { $0.properties.isAlphabetic }
  }

  /// Another encoding in which the text reads otherwise and nearly as well.
  func rival(in ranked: [GuessedEncoding], _ bytes: [UInt8]) -> PageEncoding? {
    let own = decoded(bytes, from: encoding)?.bytes
    return ranked.dropFirst().prefix { $0.cost - cost < 16 }
      .first { decoded(bytes, from: $0.encoding).map { $0.bytes != own && $0.faults == 0 } ?? false }?.encoding
  }
}
