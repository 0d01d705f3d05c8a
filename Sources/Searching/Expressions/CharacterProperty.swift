/// A property of scalars by which expressions name characters.
enum CharacterProperty: Sendable, Hashable {
  /// `\d`: any number, as Swift's `Character.isNumber` defines it.
  case number
  /// `\w`: letters, numbers and the underscore.
  case word
  /// `\s`
  case space
  /// `\h`
  case horizontalSpace
  /// `\v`
  case newline
  case categories([Unicode.GeneralCategory])
  case script(UnicodeScript)
  /// A property of Unicode that is true or false.
  case flag(KeyPath<Unicode.Scalar.Properties, Bool> & Sendable)

  /// True if a scalar has the property.
  func holds(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .number: scalar.properties.numericType != nil
    case .word: (0x4E00...0x9FFF).contains(scalar.value) || Self.isInWord(scalar)
    case .space: scalar.properties.isWhitespace
    case .horizontalSpace: scalar == "\t" || scalar.properties.generalCategory == .spaceSeparator
    case .newline: (0x0A...0x0D).contains(scalar.value) || [0x85, 0x2028, 0x2029].contains(scalar.value)
    case .categories(let categories): categories.contains(scalar.properties.generalCategory)
    case .script(let script): script.contains(scalar.value)
    case .flag(let path): scalar.properties[keyPath: path]
    }
  }

  private static func isInWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}

extension CharacterTest {
  /// The set of a POSIX class or of a Unicode property, whose names match loosely (UAX #44, 5.9.3); nil where there is
  /// none.
  init?(propertyNamed name: String) {
    let key = String(name.lowercased().filter { $0.isLetter || $0 == "=" })
    let bare = ["scriptextensions=", "scx=", "generalcategory=", "gc=", "is"].first { key.hasPrefix($0) }
      .map { String(key.dropFirst($0.count)) }
    for key in [key, bare].compactMap({ $0 }) {
      if let test = Self.named[key] {
        self = test
        return
      }
      let categories = Self.categories.filter { $0.names.contains(key) || $0.names[0].hasPrefix(key) && key.count == 1 }
      if !categories.isEmpty {
        self = .property(.categories(categories.map(\.category)))
        return
      }
      if let script = UnicodeScript.allCases.first(where: { $0.matches(key) }) {
        self = .property(.script(script))
        return
      }
    }
    return nil
  }

  private static let marks: CharacterTest = .property(
    .categories([
      .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation,
    ]))
  private static let alphabetic: CharacterTest = .property(.flag(\.isAlphabetic))
  private static let space: CharacterTest = .property(.space)
  private static let control: CharacterTest = .property(.categories([.control]))
  private static let graphic: CharacterTest = .all([
    .not(space), .not(.property(.categories([.control, .unassigned, .surrogate]))),
  ])

  /// By name without case, spaces and hyphens.
  private static let named: [String: CharacterTest] = [
    "alpha": alphabetic, "alphabetic": alphabetic, "digit": .property(.categories([.decimalNumber])),
    "alnum": .some([alphabetic, .property(.number)]), "punct": marks, "punctuation": marks, "space": space,
    "whitespace": space, "blank": .property(.horizontalSpace), "cntrl": control,
    "word": .property(.word), "graph": graphic,
    "print": .some([graphic, .property(.categories([.spaceSeparator]))]),
    "xdigit": .property(.flag(\.isHexDigit)), "hexdigit": .property(.flag(\.isHexDigit)),
    "lower": .property(.flag(\.isLowercase)), "lowercase": .property(.flag(\.isLowercase)),
    "upper": .property(.flag(\.isUppercase)), "uppercase": .property(.flag(\.isUppercase)),
    "ideographic": .property(.flag(\.isIdeographic)), "emoji": .property(.flag(\.isEmoji)),
    "emojipresentation": .property(.flag(\.isEmojiPresentation)), "math": .property(.flag(\.isMath)),
    "dash": .property(.flag(\.isDash)), "quotationmark": .property(.flag(\.isQuotationMark)),
    "any": .any, "ascii": .spans([0...0x7F]), "assigned": .not(.property(.categories([.unassigned]))),
  ]

  /// The general categories with their short and long names (UAX #44, table 12). The first letter of a short name
  /// is the name of a group.
  private static let categories: [(category: Unicode.GeneralCategory, names: [String])] = [
    (.uppercaseLetter, ["lu", "uppercaseletter", "letter", "lc", "casedletter"]),
    (.lowercaseLetter, ["ll", "lowercaseletter", "letter", "lc", "casedletter"]),
    (.titlecaseLetter, ["lt", "titlecaseletter", "letter", "lc", "casedletter"]),
    (.modifierLetter, ["lm", "modifierletter", "letter"]), (.otherLetter, ["lo", "otherletter", "letter"]),
    (.nonspacingMark, ["mn", "nonspacingmark", "mark"]), (.spacingMark, ["mc", "spacingmark", "mark"]),
    (.enclosingMark, ["me", "enclosingmark", "mark"]),
    (.decimalNumber, ["nd", "decimalnumber", "number"]), (.letterNumber, ["nl", "letternumber", "number"]),
    (.otherNumber, ["no", "othernumber", "number"]),
    (.connectorPunctuation, ["pc", "connectorpunctuation"]), (.dashPunctuation, ["pd", "dashpunctuation"]),
    (.openPunctuation, ["ps", "openpunctuation"]), (.closePunctuation, ["pe", "closepunctuation"]),
    (.initialPunctuation, ["pi", "initialpunctuation"]), (.finalPunctuation, ["pf", "finalpunctuation"]),
    (.otherPunctuation, ["po", "otherpunctuation"]),
    (.mathSymbol, ["sm", "mathsymbol", "symbol"]), (.currencySymbol, ["sc", "currencysymbol", "symbol"]),
    (.modifierSymbol, ["sk", "modifiersymbol", "symbol"]), (.otherSymbol, ["so", "othersymbol", "symbol"]),
    (.spaceSeparator, ["zs", "spaceseparator", "separator"]), (.lineSeparator, ["zl", "lineseparator", "separator"]),
    (.paragraphSeparator, ["zp", "paragraphseparator", "separator"]),
    (.control, ["cc", "control", "other"]), (.format, ["cf", "format", "other"]),
    (.surrogate, ["cs", "surrogate", "other"]), (.privateUse, ["co", "privateuse", "other"]),
    (.unassigned, ["cn", "unassigned", "other"]),
  ]
}
