/// A language of the interface. English is the language of the keys; target `Strings` has the others.
public struct Language: Sendable {
  /// ISO 639.
  public let code: String
  /// Texts by their keys; a key without a text is shown in English.
  public let texts: [String: String]
  private let pageNumber: @Sendable (Int) -> String
  private let day: @Sendable (CalendarDay) -> String

  /// A language.
  /// - Parameters:
  ///   - texts: the texts by their keys; of texts with one key the first counts.
  ///   - pageNumber: writes the number of a printed page.
  ///   - day: writes a day; ISO 8601 if nothing else is said.
  public init(
    code: String, texts: [(key: String, text: String)],
    pageNumber: @escaping @Sendable (Int) -> String = { String($0) },
    day: @escaping @Sendable (CalendarDay) -> String = { $0.iso }
  ) {
    self.code = code
    self.texts = Dictionary(texts.lazy.map { ($0.key, $0.text) }) { first, _ in first }
    self.pageNumber = pageNumber
    self.day = day
  }

  /// The language of the keys.
  public static let english = Language(code: "en", texts: [])

  /// The text of a phrase in this language.
  public func text(of phrase: Phrase) -> String {
    let template = texts[phrase.key] ?? phrase.english
    return phrase.arguments.isEmpty ? template : filled(template, phrase.arguments)
  }

  private func filled(_ template: String, _ arguments: [Phrase.Argument]) -> String {
    var text = ""
    // Exports fill very many: bytes are looked at, and only what stands between places is made text.
    let bytes = Array(template.utf8)
    var (start, next) = (0, 0)
    while let open = bytes[start...].firstIndex(of: UInt8(ascii: "{")),
      let close = bytes[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      text += String(decoding: bytes[start..<open], as: UTF8.self)
      let place = bytes[(open + 1)..<close]
      if place.isEmpty { next += 1 }
      let number = place.isEmpty ? next : Int(String(decoding: place, as: UTF8.self))
      if let number, arguments.indices.contains(number - 1) {
        text += words(for: arguments[number - 1])
      } else {
        text += String(decoding: bytes[open...close], as: UTF8.self)
      }
      start = close + 1
    }
    return text + String(decoding: bytes[start...], as: UTF8.self)
  }

  private func words(for argument: Phrase.Argument) -> String {
    switch argument {
    case .text(let text): text
    case .number(let number): String(number)
    case .page(let number): pageNumber(number)
    case .day(let day): self.day(day)
    case .phrase(let phrase): text(of: phrase)
    }
  }
}

extension Language: Equatable {
  /// True if they are the same language.
  public static func == (one: Language, other: Language) -> Bool { one.code == other.code }
}

extension Phrase {
  /// The English text with its places and without its note.
  fileprivate var english: String {
    guard key.utf8.contains(UInt8(ascii: "#")) else { return key }
    let marks = key.utf8
    guard let note = marks.indices.first(where: { marks[$0...].starts(with: "##".utf8) }) else { return key }
    return String(key[..<note])
  }
}
