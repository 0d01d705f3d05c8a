/// The reasons for the role of a line, in words that a reader understands.
public struct Explanation: Sendable, Equatable {
  /// A fact about a line and how much it speaks for the line's role.
  public struct Fact: Sendable, Equatable {
    /// The fact.
    public var phrase: Phrase
    /// Its weight for the role, or, below 0, against it. 1 makes it some three times as likely.
    public var weight: Double

    /// A fact with its weight.
    public init(_ phrase: Phrase, weight: Double) {
      self.phrase = phrase
      self.weight = weight
    }
  }

  /// The source line, from 1.
  public var line: Int
  /// The line's role.
  public var role: Phrase
  /// The next likely role.
  public var rival: Phrase?
  /// The lead of the role over the rival, with the neighbours' roles as they are.
  public var lead: Double
  /// The evidence for the role and against it, the weightiest first.
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
