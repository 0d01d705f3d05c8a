import Newspaper

extension Language {
  /// The languages beside English: how the names of their locales begin, and their words, made when they are needed.
  private static let others: [(locale: String, language: @Sendable () -> Language)] = [
    ("zh", { .chinese })
  ]

  /// Every language of the interface.
  public static var all: [Language] { [.english] + others.map { $0.language() } }

  /// The language of a locale such as `zh_CN.UTF-8`; English where no other is meant.
  public init(locale: String) {
    self = Self.others.first { locale.hasPrefix($0.locale) }?.language() ?? .english
  }
}
