/// A name of an author, as reference styles take it apart.
///
/// Only names in Latin letters have parts; a name in hanzi, and one of a single word, stands as it is.
struct CitedName {
  /// All of a name without parts.
  let family: String
  /// Empty if the name has no parts.
  let given: String
  private let suffix: String

  init(_ name: String) {
    var words = name.split(whereSeparator: \.isWhitespace).map(String.init)
    let isLatin = name.unicodeScalars.allSatisfy { $0.value < 0x250 || $0 == "’" }
    guard isLatin, words.count > 1 else {
      (family, given, suffix) = (name, "", "")
      return
    }
    let last = words[words.count - 1]
    let hasSuffix = words.count > 2 && ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"].contains(last.lowercased())
    suffix = hasSuffix ? words.removeLast() : ""
    // A name of nobility belongs to the family: Ludwig van Beethoven.
    let particle = words.indices.dropFirst().dropLast().first { words[$0].first?.isLowercase == true }
    let start = particle ?? words.count - 1
    given = words[..<start].joined(separator: " ")
    family = words[start...].joined(separator: " ").trimmingComma
  }

  /// `Smith, John, Jr.`, as bibliographies and RIS have it.
  var inverted: String {
    given.isEmpty ? family : [family, given, suffix].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// `John Smith Jr.`.
  var inOrder: String { [given, family, suffix].filter { !$0.isEmpty }.joined(separator: " ") }

  /// The first letters of the given names: `J M`, or with full stops `J. M.`.
  func initials(stop: String) -> String {
    given.split(whereSeparator: { $0 == " " || $0 == "-" }).compactMap(\.first)
      .map { $0.uppercased() + stop }.joined(separator: " ")
  }

  /// The suffix behind a comma; empty if there is none.
  var suffixBehindComma: String { suffix.isEmpty ? "" : ", " + suffix }

  /// The parts as CSL-JSON has them.
  var parts: [(name: String, text: String)] {
    given.isEmpty
      ? [("literal", family)] : [("family", family), ("given", given)] + (suffix.isEmpty ? [] : [("suffix", suffix)])
  }

  /// True if the name has a family's name and a given one.
  var hasParts: Bool { !given.isEmpty }
}

extension String {
  fileprivate var trimmingComma: String { hasSuffix(",") ? String(dropLast()) : self }
}
