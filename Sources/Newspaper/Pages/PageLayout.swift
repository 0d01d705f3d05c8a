/// A rectangle on a scan, from its upper left corner, in shares of the page's width (heights too).
public struct PageBox: Sendable, Equatable {
  /// The left edge.
  public var x: Float
  /// The upper edge.
  public var y: Float
  /// From the left edge to the right one.
  public var width: Float
  /// From the upper edge to the lower one.
  public var height: Float

  /// A rectangle.
  public init(x: Float, y: Float, width: Float, height: Float) {
    (self.x, self.y, self.width, self.height) = (x, y, width, height)
  }

  /// The right edge.
  public var right: Float { x + width }
  /// The lower edge.
  public var bottom: Float { y + height }
  /// The middle of its height.
  public var middle: Float { y + height / 2 }

  /// The smallest rectangle that holds both.
  public func union(_ other: PageBox) -> PageBox {
    let (left, top) = (min(x, other.x), min(y, other.y))
    return PageBox(x: left, y: top, width: max(right, other.right) - left, height: max(bottom, other.bottom) - top)
  }

  /// The width that both have in common, 0 where they stand side by side.
  public func sharedWidth(_ other: PageBox) -> Float { max(0, min(right, other.right) - max(x, other.x)) }

  /// The height that both have in common, 0 where one stands below the other.
  public func sharedHeight(_ other: PageBox) -> Float { max(0, min(bottom, other.bottom) - max(y, other.y)) }
}

/// The places of a page's lines on its scan, and the facts that the page's format states of them.
///
/// Formats that give places are ALTO, hOCR, PAGE and the like. The text of such a page is its lines of text, one a
/// line, in the order of the document, empty ones too.
public struct PageLayout: Sendable, Equatable {
  /// The part that a format says a line or a block plays.
  public enum Role: UInt8, Sendable {
    case paragraph
    case heading
    case subheading
    case author
    case header
    case footer
    case pageNumber
    case caption
    case credit
    case marginalia
    case advertisement
    case table
    case footnote
  }

  /// The joint of a line and the next one in the reading order.
  public enum LineEnd: Sendable, Equatable {
    /// A word ends with the line, as far as the format says.
    case whole
    /// A word goes on in the next line; so many bytes at the line's end, a hyphen, are no part of it.
    case divided(hyphenLength: UInt8)
  }

  /// A line of text.
  public struct Line: Sendable, Equatable {
    /// Its place; nil where the format gives none.
    public var box: PageBox?
    /// Its block, as an index into `blocks`; negative for none.
    public var block: Int32
    /// The size of its type in points; nil where none is given, or the same for every line.
    public var typeSize: Float?
    /// The engine's confidence in the text, from 0 to 1; nil where it does not say, or says the same of every line.
    public var confidence: Float?
    /// True if its last word goes on.
    public var end: LineEnd
    /// The part that the format says it plays.
    public var role: Role?
    /// Its words, as indices into `words`.
    public var words: Range<Int32>

    /// A line of which nothing else is known.
    public init(
      box: PageBox? = nil, block: Int32 = -1, typeSize: Float? = nil, confidence: Float? = nil, end: LineEnd = .whole,
      role: Role? = nil, words: Range<Int32> = 0..<0
    ) {
      (self.box, self.block, self.typeSize, self.confidence) = (box, block, typeSize, confidence)
      (self.end, self.role, self.words) = (end, role, words)
    }
  }

  /// A word that has a place of its own.
  public struct Word: Sendable, Equatable {
    /// Its start in its line, in UTF-8 bytes.
    public var offset: Int32
    /// Its length in UTF-8 bytes.
    public var length: Int32
    /// Its place.
    public var box: PageBox

    /// A word and its place.
    public init(offset: Int32, length: Int32, box: PageBox) {
      (self.offset, self.length, self.box) = (offset, length, box)
    }
  }

  /// Lines that the format keeps together.
  public struct Block: Sendable, Equatable {
    /// Its place; nil where the format gives none.
    public var box: PageBox?
    /// The part that the format says it plays.
    public var role: Role?

    /// A block.
    public init(box: PageBox? = nil, role: Role? = nil) { (self.box, self.role) = (box, role) }
  }

  /// The lines of the page, by number: line 1 is the first.
  public var lines: [Line]
  /// The words that have places, by line.
  public var words: [Word]
  /// The blocks, in the order of the document.
  public var blocks: [Block]
  /// Printed rules between columns and articles.
  public var rules: [PageBox]
  /// The numbers of all lines in reading order.
  public var order: [Int32]
  /// True if the format itself states the order.
  public var isOrderStated: Bool
  /// The page's height in shares of its width; 0 where it is not known.
  public var height: Float
  /// The name of the image that was read, as the format gives it.
  public var image: String?

  /// A layout of lines.
  public init(
    lines: [Line], words: [Word] = [], blocks: [Block] = [], rules: [PageBox] = [], order: [Int32]? = nil,
    isOrderStated: Bool = false, height: Float = 0, image: String? = nil
  ) {
    (self.lines, self.words, self.blocks, self.rules) = (lines, words, blocks, rules)
    self.order = order ?? (0..<Int32(lines.count)).map { $0 + 1 }
    (self.isOrderStated, self.height, self.image) = (isOrderStated, height, image)
  }

  /// The place of some lines together; nil where none has one.
  public func box(ofLines numbers: some Sequence<Int>) -> PageBox? {
    numbers.lazy.compactMap { lines.indices.contains($0 - 1) ? lines[$0 - 1].box : nil }
      .reduce(nil) { $0?.union($1) ?? $1 }
  }
}
