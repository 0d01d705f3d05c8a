/// Why a line of a page was given its role: what decided, in words that a reader understands.
public struct Explanation: Sendable, Equatable {
  /// Words in the languages that the reader speaks.
  public struct Words: Sendable, Equatable {
    /// In English.
    public var english: String
    /// In Chinese.
    public var chinese: String

    /// The same in both languages.
    public init(english: String, chinese: String) {
      self.english = english
      self.chinese = chinese
    }

    /// The words in one of them.
    public func callAsFunction(in language: Language) -> String { language == .chinese ? chinese : english }
  }

  /// A fact about a line and how much it speaks for the line's role.
  public struct Fact: Sendable, Equatable {
    /// The fact.
    public var words: Words
    /// How much it speaks for the role, or, below 0, against it. 1 makes it some three times as likely.
    public var weight: Double

    /// A fact with its weight.
    public init(_ words: Words, weight: Double) {
      self.words = words
      self.weight = weight
    }
  }

  /// The source line, from 1.
  public var line: Int
  /// What the line was taken for.
  public var role: Words
  /// What it would have been taken for next.
  public var rival: Words?
  /// By how much the role is ahead of the rival, its neighbours being what they are.
  public var lead: Double
  /// What speaks for the role and against it, the weightiest first.
  public var facts: [Fact]

  /// An explanation of one line.
  public init(line: Int, role: Words, rival: Words?, lead: Double, facts: [Fact]) {
    self.line = line
    self.role = role
    self.rival = rival
    self.lead = lead
    self.facts = facts
  }
}
