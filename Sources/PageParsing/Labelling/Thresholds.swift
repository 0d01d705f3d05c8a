/// From where on a measured thing counts as evidence: the figures that `Weights` does not hold, since nothing is added
/// up with them. Each was set by hand, where it tells apart what it names on the given pages.
enum Thresholds {
  // MARK: How long a line is, in hanzi, where a line of the file is a paragraph

  /// A name, a label.
  static let tiny = 4
  /// A subhead.
  static let short = 12
  /// Most headlines.
  static let headLength = 30
  /// The longest headlines.
  static let wide = 45
  /// A short paragraph; what is longer is one without doubt.
  static let long = 70

  // MARK: How long a line is, in columns

  /// No head is longer.
  static let widestHead = 120
  /// Longer lines are paragraphs, which may show whether they stand whole or are broken.
  static let paragraph = 90
  /// A longer line that ends a sentence may be the whole of a report's first paragraph.
  static let openingParagraph = 60
  /// Indents of first lines that are set in: a wider one is the middle or the right.
  static let paragraphIndent = 2...8

  // MARK: Whether the text changes

  /// The shares of pairs that text behind a run of heads has of the text before it, from other things to the same.
  static let change = 0.06
  static let someChange = 0.11
  static let someLikeness = 0.16
  static let likeness = 0.22
  /// Pairs that are asked for at most, and how many there must be.
  static let mostPairs = 80
  static let leastPairs = 20
  /// Characters of a line that are asked for their pairs.
  static let askedOfLine = 250
  /// Characters of running text on either side that give pairs.
  static let text = 600

  // MARK: What a head has of the text

  /// The share of a head's pairs that come again in its text.
  static let kinship = 0.25
  /// The lead that the one side must have over the other.
  static let kinshipLead = 0.1

  // MARK: What the page's stories open with

  /// The share of runs behind which a story opens from which on the others are doubted, and doubted more.
  static let openedSome = 0.3
  static let openedMost = 0.55
  /// The share of reports with a dateline from which on one without is unlike the others.
  static let datelines = 0.6
  /// More lines together than a headline stack has.
  static let longestStack = 4

  // MARK: Names, in characters

  /// The longest Chinese name.
  static let name = 4
  /// The longest behind a word like 记者.
  static let nameBehindRole = 6
  /// The longest foreign name in hanzi, and in Latin letters.
  static let foreignName = 16
  static let latinName = 24

  // MARK: Doubt

  /// The lead of a beginning below which it is marked as doubtful. On pages in folds a twelfth of all are, of which
  /// half are wrong: 44 % of those that are wrong.
  static let doubt: Float = 2.5
}
