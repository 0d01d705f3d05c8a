/// Why a line of a page was given its role: what decided, in words that a reader understands.
public struct Explanation: Sendable, Equatable {
  /// A fact about a line and how much it speaks for the line's role.
  public struct Fact: Sendable, Equatable {
    /// The fact.
    public var phrase: Phrase
    /// How much it speaks for the role, or, below 0, against it. 1 makes it some three times as likely.
    public var weight: Double

    /// A fact with its weight.
    public init(_ phrase: Phrase, weight: Double) {
      self.phrase = phrase
      self.weight = weight
    }
  }

  /// The source line, from 1.
  public var line: Int
  /// What the line was taken for.
  public var role: Phrase
  /// What it would have been taken for next.
  public var rival: Phrase?
  /// By how much the role is ahead of the rival, its neighbours being what they are.
  public var lead: Double
  /// What speaks for the role and against it, the weightiest first.
  public var facts: [Fact]

  /// An explanation of one line.
  public init(line: Int, role: Phrase, rival: Phrase?, lead: Double, facts: [Fact]) {
    self.line = line
    self.role = role
    self.rival = rival
    self.lead = lead
    self.facts = facts
  }
}
