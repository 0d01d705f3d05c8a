import Newspaper

/// A file of a format with places, as its reader gives it back.
package struct ScannedDocument: Sendable {
  /// Its pages, in the order of the file; most files have one.
  package var pages: [ScannedPage] = []
  /// Places that are no markup although they look like some, and what else is wrong.
  package var faults: [ScanFault] = []
}

/// A page that was scanned: its lines of text and their places.
package struct ScannedPage: Sendable {
  /// One line of text a line, each with a line break; valid UTF-8.
  package var text: [UInt8] = []
  /// The places of the lines.
  package var layout = PageLayout(lines: [])
  /// The meanings of the names of blocks, lines and words, if they were asked for.
  package var names: [String: NamedPlace] = [:]
  /// The articles that the file itself states, with 0 for the page's number; nil where it states none.
  package var zoning: StatedZoning?
  /// The page's width in the units of the file; 0 where it is not known.
  package var unitWidth: Float = 0
}

/// The meaning of a name in a file of places.
package struct NamedPlace: Sendable, Equatable {
  /// Numbers of lines, from 1.
  package var lines: Range<Int>
  /// For a word its index in the page's layout.
  package var word: Int?

  /// A name of some lines, or of a word within one.
  package init(lines: Range<Int>, word: Int? = nil) { (self.lines, self.word) = (lines, word) }
}

/// Something wrong in a file, and where.
package struct ScanFault: Sendable, Equatable {
  /// The file's line, from 1; nil where it speaks of the whole file.
  package var line: Int?
  /// In words, without the path.
  package var message: String
}
