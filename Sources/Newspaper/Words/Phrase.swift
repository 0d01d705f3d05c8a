/// A text for people that is in no language yet: English is its key, as in gettext, and each `{}` in it is the place of
/// an argument.
///
/// A language may put arguments in another order with `{1}`, `{2}`. A note behind `##` belongs to the key and is not
/// shown: it tells texts apart that are alike in English only.
public struct Phrase: Sendable, Equatable {
  /// A value for a place.
  public enum Argument: Sendable, Equatable {
    case text(String)
    case number(Int)
    /// The number of a printed page.
    case page(Int)
    case day(CalendarDay)
    case phrase(Phrase)
  }

  /// The English text with its places and its note.
  public let key: String
  /// Values for the places, in the order of the English text.
  public let arguments: [Argument]

  /// A phrase by its English text.
  package init(_ key: String, _ arguments: any PhraseArgument...) { self.init(key, arguments: arguments) }

  /// A phrase by its English text, with the arguments in an array.
  package init(_ key: String, arguments: [any PhraseArgument]) {
    self.key = key
    self.arguments = arguments.map(\.argument)
  }
}

/// A type whose values can stand in a phrase.
package protocol PhraseArgument {
  /// The value as phrases keep it.
  var argument: Phrase.Argument { get }
}

extension String: PhraseArgument {
  /// The text as it is.
  package var argument: Phrase.Argument { .text(self) }
}

extension Int: PhraseArgument {
  /// A number, which languages write in their own ways.
  package var argument: Phrase.Argument { .number(self) }
}

extension CalendarDay: PhraseArgument {
  /// A day, which languages write in their own ways.
  package var argument: Phrase.Argument { .day(self) }
}

extension Phrase: PhraseArgument {
  /// A phrase within another, in the same language.
  package var argument: Argument { .phrase(self) }
}

/// The number of a printed page, which languages write in their own ways.
package struct PageNumber: PhraseArgument {
  private let number: Int

  /// The page of a number.
  package init(_ number: Int) { self.number = number }

  /// The number with the word that a language has for a page.
  package var argument: Phrase.Argument { .page(number) }
}

/// A value that can be said to people.
public protocol Phrased {
  /// The words for it.
  var phrase: Phrase { get }
}

extension Phrased {
  /// The words for it in a language.
  public func words(in language: Language) -> String { language.text(of: phrase) }
}

extension Phrase: Phrased {
  /// The phrase itself.
  public var phrase: Phrase { self }
}
