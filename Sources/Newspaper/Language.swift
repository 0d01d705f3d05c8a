/// The languages that the reader speaks.
public enum Language: Sendable, Equatable {
  case english
  case chinese
}

/// What can be said in every language that the reader speaks.
public protocol Bilingual {
  /// In English.
  var english: String { get }
  /// In Chinese.
  var chinese: String { get }
}

extension Bilingual {
  /// In one of the languages.
  public func words(in language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }
}

/// A phrase in every language that the reader speaks.
public struct Phrase: Bilingual, Sendable, Equatable {
  /// In English.
  public var english: String
  /// In Chinese.
  public var chinese: String

  /// The same in every language.
  public init(english: String, chinese: String) {
    self.english = english
    self.chinese = chinese
  }
}
