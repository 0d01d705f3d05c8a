/// A place in the scan: it stays true when the screen is resized or the text is repaired otherwise.
public struct SourcePosition: Sendable, Hashable, Comparable {
  /// The number of the page within its issue.
  public var page: Int
  /// The number of the line on its page, from 1.
  public var line: Int
  /// UTF-8 bytes from the start of the line.
  public var offset: Int

  /// A place on a page.
  public init(page: Int, line: Int, offset: Int = 0) {
    self.page = page
    self.line = line
    self.offset = offset
  }

  /// Orders places as they stand in the files: by page, line and offset.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.page, left.line, left.offset) < (right.page, right.line, right.offset)
  }
}
