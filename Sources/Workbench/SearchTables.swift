import Corpus
import Glibc

/// Writes `Resources/folding` and `Resources/readings` from the Unicode Character Database with Unihan, as Debian's
/// package `unicode-data` has it.
func searchTables(_ words: [String]) throws -> Int32 {
  let options = try Options(words, numbers: [])
  guard options.paths.count == 2 else { throw Misuse("search-tables FOLDER_OF_UNICODE_DATA FOLDER_OF_RESOURCES") }
  let database = try UnicodeDatabase(folder: options.paths[0])
  let folding = FoldingRules(database)
  try write(foldingTable(folding), to: options.paths[1] + "/folding")
  try write(readingsTable(database, folding), to: options.paths[1] + "/readings")
  return 0
}

/// What the tables are made from.
private struct UnicodeDatabase {
  /// One step of a decomposition, canonical or in compatibility.
  var decompositions: [UInt32: [UInt32]] = [:]
  var foldedCases: [UInt32: [UInt32]] = [:]
  /// CJK radicals and the hanzi that they are.
  var radicals: [UInt32: UInt32] = [:]
  /// Unihan's fields by name, values by scalar.
  var unihan: [String: [UInt32: String]] = [:]

  init(folder: String) throws {
    for fields in try Self.rows(folder + "/UnicodeData.txt", dividedBy: ";") where !fields[5].isEmpty {
      // A word in angle brackets says in what way it is the same.
      decompositions[try Self.scalar(fields[0])] = fields[5].split(separator: " ").compactMap { UInt32($0, radix: 16) }
    }
    for fields in try Self.rows(folder + "/CaseFolding.txt", dividedBy: ";") where "CF".contains(fields[1]) {
      foldedCases[try Self.scalar(fields[0])] = fields[2].split(separator: " ").compactMap { UInt32($0, radix: 16) }
    }
    for fields in try Self.rows(folder + "/EquivalentUnifiedIdeograph.txt", dividedBy: ";") {
      let ends = try fields[0].split(separator: ".").map(Self.scalar)
      for radical in ends[0]...(ends.last ?? ends[0]) { radicals[radical] = try Self.scalar(fields[1]) }
    }
    for file in ["Unihan_Variants", "Unihan_Readings"] {
      for fields in try Self.rows(folder + "/\(file).txt.bz2", dividedBy: "\t") {
        unihan[fields[1], default: [:]][try Self.scalar(fields[0].dropFirst(2))] = fields[2]
      }
    }
  }

  /// The hanzi that a field of variants names.
  func variants(_ field: String, of scalar: UInt32) -> [UInt32] {
    (unihan[field]?[scalar] ?? "").split(separator: " ").compactMap {
      UInt32($0.dropFirst(2).prefix { $0 != "<" }, radix: 16)
    }
  }

  private static func scalar(_ text: some StringProtocol) throws -> UInt32 {
    guard let scalar = UInt32(text, radix: 16) else { throw Misuse("`\(text)` is no character's number") }
    return scalar
  }

  /// The fields of a file's lines, without comments.
  private static func rows(_ path: String, dividedBy divider: Character) throws -> [[String]] {
    guard access(path, R_OK) == 0, let pipe = popen("bzcat -f '\(path)'", "r") else { throw Misuse("no \(path)") }
    defer { pclose(pipe) }
    var rows: [[String]] = []
    var line: UnsafeMutablePointer<CChar>?
    var room = 0
    defer { free(line) }
    while getline(&line, &room, pipe) > 0, let line {
      let text = String(cString: line).prefix { $0 != "#" && $0 != "\n" }
      let fields = text.split(separator: divider, omittingEmptySubsequences: false)
      if fields.count > 1 { rows.append(fields.map { String($0.trimmed) }) }
    }
    return rows
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    let start = drop { $0 == " " }
    return start.prefix((start.lastIndex { $0 != " " }).map { start.distance(from: start.startIndex, to: $0) + 1 } ?? 0)
  }
}

// MARK: What folds to what

/// The folding of text for search, so that what a person types is found however it was printed and scanned.
private struct FoldingRules {
  private let database: UnicodeDatabase
  /// Hanzi and the form that stands for all of their class.
  private(set) var hanzi: [UInt32: UInt32] = [:]

  init(_ database: UnicodeDatabase) {
    self.database = database
    let variants = HanziVariants(database)
    for scalar in variants.all { hanzi[scalar] = variants.representative(of: scalar) }
  }

  /// What a scalar becomes; white space becomes one space, what cannot be seen nothing.
  func folded(_ value: UInt32) -> [UInt32] {
    guard let scalar = Unicode.Scalar(value) else { return [value] }
    if let mark = Self.mark(value) { return [mark] }
    if scalar.properties.isWhitespace { return [0x20] }
    if scalar.properties.isDefaultIgnorableCodePoint { return [] }
    guard let next = step(value) else { return [value] }
    let all = next.flatMap(folded)
    // Inside of what a character becomes nothing is looked for, and so are spaces.
    return all.allSatisfy { $0 == 0x20 } ? all : all.filter { $0 != 0x20 }
  }

  private func step(_ value: UInt32) -> [UInt32]? {
    if let next = database.foldedCases[value] { return next }
    // ¨ and its like would become a space with a mark on it.
    if let next = database.decompositions[value], next.first != 0x20 || next.count == 1 { return next }
    if let radical = database.radicals[value] { return [radical] }
    guard let next = hanzi[value], next != value else { return nil }
    return [next]
  }

  /// Marks of one meaning become the one that keyboards have, or the commonest.
  private static func mark(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    // “ ” „ ‟ ″, 「 」 『 』, 〝 〞 〟, their half-width and vertical forms.
    case 0x201C...0x201F, 0x2033, 0x300C...0x300F, 0x301D...0x301F, 0xFF62, 0xFF63, 0xFE41...0xFE44, 0xFF02: 0x22
    // ‘ ’ ‚ ‛ ′ ` ´
    case 0x2018...0x201B, 0x2032, 0x60, 0xB4, 0xFF07, 0xFF40: 0x27
    // ‐ ‑ ‒ – — ―, the minus, rules that scans take for dashes, small and vertical forms.
    case 0x2010...0x2015, 0x2212, 0x2500, 0x2501, 0xFE58, 0xFE63, 0xFE31, 0xFE32: 0x2D
    // …, which three and more full stops fold to as well.
    case 0x2025, 0x2026, 0x22EF, 0xFE19, 0xFE30: 0x2026
    // The dots of names: • ‧ ∙ ⋅ ・ and its half-width form.
    case 0xB7, 0x2022, 0x2027, 0x2219, 0x22C5, 0x30FB, 0xFF65: 0xB7
    case 0x301C: 0x7E
    // ⁄ of ½.
    case 0x2044: 0x2F
    default: nil
    }
  }
}

/// Classes of hanzi that differ only in how they are written, each with the form of the list of 2013 that stands for
/// it.
private struct HanziVariants {
  private let database: UnicodeDatabase
  /// Variants abolished in 1955 and traditional forms of which Unihan says nothing, or names another word first; each
  /// with the form that it folds to.
  private static let unlisted = """
    佔占 佈布 兇凶 牠它 妳你 託托 遊游 諮咨 塚冢 綵彩 唸念 崑昆 崐昆 崙仑 悽凄 啣衔 嚮向 癒愈 鍊炼 餵喂 燬毁 讚赞 豔艳 巖岩 籤签 糰团 姪侄
    稜棱 鬨哄 嚐尝 燉炖 暸了 傚效 揹背 銲焊 釦扣 絃弦 糢模 鎚锤 羶膻 踫碰 痲麻 勦剿 伕夫 侷局 跼局 醃腌 簑蓑 霑沾 譟噪 鉋刨 燐磷 犛牦
    慼戚 衹只 珮佩 嶽岳 牴抵 鑑鉴 録录 鉄铁 気气 穂穗 徳德
    """
  private let standard: Set<UInt32>
  private let unlisted: [UInt32: UInt32]
  private let traditional: [UInt32: UInt32]
  let all: Set<UInt32>

  init(_ database: UnicodeDatabase) {
    self.database = database
    let standard = Set(database.unihan["kTGHZ2013", default: [:]].keys)
    var traditional: [UInt32: UInt32] = [:]
    for simple in standard.sorted() {
      for other in database.variants("kTraditionalVariant", of: simple) where !standard.contains(other) {
        traditional[other] = traditional[other] ?? simple
      }
    }
    let pairs = Self.unlisted.split { $0.isWhitespace }.map { $0.unicodeScalars.map(\.value) }
    unlisted = Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], $0[1]) })
    self.standard = standard
    self.traditional = traditional
    let fields = ["kSimplifiedVariant", "kSemanticVariant", "kZVariant"]
    all = Set(fields.flatMap { Array(database.unihan[$0, default: [:]].keys) } + traditional.keys + unlisted.keys)
  }

  func representative(of scalar: UInt32) -> UInt32 {
    if let listed = unlisted[scalar] { return listed }
    var result = scalar
    for _ in 0..<4 { result = simplified(result) ?? result }
    return standard.contains(result) ? result : variant(of: result) ?? result
  }

  private func simplified(_ scalar: UInt32) -> UInt32? {
    let all = database.variants("kSimplifiedVariant", of: scalar).filter { $0 != scalar }
    let usual = all.filter(standard.contains).max { frequency($0) < frequency($1) }
    // Forms of the list, too, where Unihan names one that both words are written with: 乾 as 干, 於 as 于.
    return usual ?? (standard.contains(scalar) ? nil : traditional[scalar] ?? all.first)
  }

  /// What another spelling, of which no simplification is known, stands for: it must be read alike, and be the only
  /// one.
  private func variant(of scalar: UInt32) -> UInt32? {
    let others = ["kZVariant", "kSemanticVariant"].flatMap { database.variants($0, of: scalar) }
    let usual = Set(others.map { simplified($0) ?? $0 }.filter { standard.contains($0) && sound($0, isOf: scalar) })
    if usual.count == 1 { return usual.first }
    let common = usual.filter { frequency($0) > 0 }
    return common.count == 1 ? common.first : nil
  }

  private func sound(_ scalar: UInt32, isOf other: UInt32) -> Bool {
    let reading = database.unihan["kMandarin"]?[other]?.split(separator: " ").first.map(String.init)
    return reading.map { Readings(database, scalar).common.contains(syllable($0)) } ?? false
  }

  private func frequency(_ scalar: UInt32) -> Int {
    let digits = (database.unihan["kHanyuPinlu"]?[scalar] ?? "").split { !$0.isNumber || !$0.isASCII }
    return digits.compactMap { Int($0) }.reduce(0, +)
  }
}

// MARK: Readings

/// How a hanzi is read, in syllables without tones.
private struct Readings {
  /// What the dictionaries of today's language have.
  var common: Set<String> = []
  /// What only the great dictionaries have besides.
  var rare: Set<String> = []

  init() {}

  init(_ database: UnicodeDatabase, _ scalar: UInt32) {
    func syllables(_ field: String) -> [String] {
      let readings = (database.unihan[field]?[scalar] ?? "").split { " ,".contains($0) }
      return readings.map { syllable($0.prefix { $0 != "(" }.split(separator: ":").last ?? "") }
    }
    common = Set(["kMandarin", "kHanyuPinlu", "kXHC1983", "kTGHZ2013"].flatMap(syllables)).subtracting([""])
    rare = Set(syllables("kHanyuPinyin")).subtracting(common).subtracting([""])
  }

  mutating func add(_ other: Readings) {
    common.formUnion(other.common)
    rare = rare.union(other.rare).subtracting(common)
  }
}

/// A syllable without its tone, ü as v; empty where there is none.
private func syllable(_ reading: some StringProtocol) -> String {
  let letters: [Character: String] = [
    "ā": "a", "á": "a", "ǎ": "a", "à": "a", "ē": "e", "é": "e", "ě": "e", "è": "e", "ê": "e", "ī": "i", "í": "i",
    "ǐ": "i", "ì": "i", "ō": "o", "ó": "o", "ǒ": "o", "ò": "o", "ū": "u", "ú": "u", "ǔ": "u", "ù": "u", "ü": "v",
    "ǖ": "v", "ǘ": "v", "ǚ": "v", "ǜ": "v", "ń": "n", "ň": "n", "ǹ": "n", "ḿ": "m", "m̀": "m", "ế": "e", "ề": "e",
    "ê̄": "e", "ê̌": "e", "m̄": "m",
  ]
  return reading.map { letters[$0] ?? ($0.isASCII && $0.isLowercase ? String($0) : "") }.joined()
}

// MARK: The files

/// 16-bit values by scalar, most of them 0: blocks of 64 scalars, equal ones stored once.
///
/// 4096 block numbers, then the blocks, all 16 bits, least byte first. Scalars from U+40000 on are 0.
private func trie(_ values: [UInt32: UInt16]) -> [UInt8] {
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

private func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
  withUnsafeBytes(of: value.littleEndian) { Array($0) }
}

/// 32 bits: where the pool starts. The trie; its values are 0 and 1 for what stays as it is (1: stands in words),
/// 2 for space, 3 for nothing, and from 4 on the place in the pool, in steps of four bytes and four too many. There: a
/// byte with the length (bits 0–5) and whether the first (7) and the last scalar (6) stand in words, then the UTF-8.
private func foldingTable(_ rules: FoldingRules) -> [UInt8] {
  var pool: [UInt8] = []
  var places: [[UInt32]: UInt16] = [:]
  var values: [UInt32: UInt16] = [:]
  for scalar in UInt32(0)..<0x40000 where !(0xD800..<0xE000).contains(scalar) {
    let folded = rules.folded(scalar)
    switch folded {
    case [scalar] where scalar != 0x20: values[scalar] = isWord(scalar) ? 1 : 0
    case [0x20]: values[scalar] = 2
    case []: values[scalar] = 3
    default:
      if places[folded] == nil {
        places[folded] = UInt16(pool.count / 4 + 4)
        pool += poolEntry(folded)
      }
      values[scalar] = places[folded]
    }
  }
  let blocks = trie(values)
  return littleEndian(UInt32(4 + blocks.count)) + blocks + pool
}

private func poolEntry(_ scalars: [UInt32]) -> [UInt8] {
  let text = String(String.UnicodeScalarView(scalars.compactMap { Unicode.Scalar($0) }))
  // Marks belong to the letter that they stand on.
  let last = text.unicodeScalars.last { $0.properties.canonicalCombiningClass == .notReordered }?.value ?? scalars[0]
  let flags = (isWord(scalars[0]) ? 0x80 : 0) | (isWord(last) ? 0x40 : 0)
  precondition(text.utf8.count < 64)
  let entry = [UInt8(flags | text.utf8.count)] + text.utf8
  return entry + [UInt8](repeating: 0, count: -entry.count & 3)
}

/// Whether a folded scalar stands in words that spaces separate: Latin letters and digits, not hanzi, kana or marks.
private func isWord(_ value: UInt32) -> Bool {
  switch value {
  case 0x30...0x39, 0x61...0x7A: return true
  case 0..<0x80, 0x2000..<0xAC00, 0xF900...0xFAFF, 0xFE30...0xFFFF, 0x20000...0x3FFFF: return false
  default:
    guard let properties = Unicode.Scalar(value)?.properties else { return false }
    return properties.isAlphabetic || properties.numericType != nil
  }
}

/// 32 bits each: where the syllables start, where the pool starts. The trie; its values are 0 for what has no reading,
/// else the place in the pool in steps of four bytes and one too many. The syllables: eight bytes each, padded with 0.
/// The pool: 32 bits of initials in common use (a is bit 0), 32 of all; 16 bits for how many common readings there
/// are, 16 for how many readings; and the numbers of the syllables, 16 bits each, common ones first.
private func readingsTable(_ database: UnicodeDatabase, _ rules: FoldingRules) -> [UInt8] {
  var all: [UInt32: Readings] = [:]
  // Of the later planes only what the list of 2013 has: the rest would double the table and is not read aloud.
  let standard = database.unihan["kTGHZ2013", default: [:]]
  for scalar in database.unihan["kMandarin", default: [:]].keys where scalar < 0x10000 || standard[scalar] != nil {
    let readings = Readings(database, scalar)
    let folded = rules.hanzi[scalar] ?? scalar
    // Who looks for a form that is no longer usual reads it as the usual one.
    let isUsual = folded == scalar || standard[scalar] != nil
    var given = readings
    if !isUsual { (given.common, given.rare) = ([], readings.common.union(readings.rare)) }
    all[folded, default: Readings()].add(given)
  }
  let names = Set(all.values.flatMap { $0.common.union($0.rare) }).sorted()
  let numbers = Dictionary(uniqueKeysWithValues: zip(names, UInt16(0)...))
  var pool: [UInt8] = []
  var places: [[UInt8]: UInt16] = [:]
  let values = all.sorted { $0.key < $1.key }.map { scalar, readings in
    let entry = readingsEntry(readings, numbers)
    if places[entry] == nil {
      places[entry] = UInt16(pool.count / 4 + 1)
      pool += entry
    }
    return (scalar, places[entry] ?? 0)
  }
  let blocks = trie(Dictionary(uniqueKeysWithValues: values))
  let syllables = names.flatMap { Array($0.utf8) + [UInt8](repeating: 0, count: 8 - $0.utf8.count) }
  let start = 8 + blocks.count
  return littleEndian(UInt32(start)) + littleEndian(UInt32(start + syllables.count)) + blocks + syllables + pool
}

private func readingsEntry(_ readings: Readings, _ numbers: [String: UInt16]) -> [UInt8] {
  let (common, rare) = (readings.common.sorted(), readings.rare.sorted())
  let masks = [common, common + rare].map { names in
    names.reduce(UInt32(0)) { $0 | 1 << UInt32(($1.utf8.first ?? 0x61) - 0x61) }
  }
  let counts = [UInt16(common.count), UInt16(common.count + rare.count)]
  let entry = masks.flatMap(littleEndian) + (counts + (common + rare).map { numbers[$0] ?? 0 }).flatMap(littleEndian)
  return entry + [UInt8](repeating: 0, count: -entry.count & 3)
}

private func write(_ bytes: [UInt8], to path: String) throws {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else { throw Misuse("\(path): " + String(cString: strerror(errno))) }
  defer { close(descriptor) }
  if let failure = writeAll(bytes, to: descriptor) { throw Misuse("\(path): " + String(cString: strerror(failure))) }
  print("\(path): \(bytes.count) bytes")
}
