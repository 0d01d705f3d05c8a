/// An article in the making: which lines play which part in it. Lines are indices into the page's `LineFacts`.
struct Story {
  /// A paragraph, a subhead or a name that stands among them, and the captions that landed in it or behind it.
  struct Part {
    var role: LineLabel
    var lines: [Int]
    /// Lines of captions that stand between its lines or follow it.
    var captions: [Int] = []
  }

  var heads: [Int] = []
  /// Names above the text.
  var bylines: [Int] = []
  var parts: [Part] = []
  /// Captions before any running text.
  var captions: [Int] = []
  var pointer: [Int] = []
  /// Lines that say again what one of its lines says.
  var repeats: [Int] = []
  /// Its body was put back from among the lines of another.
  var isReordered = false
  /// Its heads stand behind the beginning of its text.
  var isHeadedLate = false

  /// The number of blocks of its article.
  var blockCount: Int {
    heads.count + bylines.count + pointer.count + captions.count + repeats.count
      + parts.reduce(0) { $0 + 1 + $1.captions.count }
  }
  var lines: [Int] {
    heads + bylines + parts.flatMap { $0.lines + $0.captions } + captions + pointer
  }

  /// Adds a line as a paragraph of its own behind the part that another line stands in, or before all parts.
  mutating func insertParagraph(_ line: Int, behind other: Int) {
    let place = parts.firstIndex { $0.lines.contains(other) || $0.captions.contains(other) }
    parts.insert(Part(role: .start, lines: [line]), at: place.map { $0 + 1 } ?? 0)
  }
}
