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

extension ScannedDocument {
  /// All pages as one text, each page below the one before.
  package var joined: ScannedPage {
    guard pages.count != 1 else { return pages[0] }
    var joined = ScannedPage()
    var top: Float = 0
    for page in pages {
      joined.append(page, top: top)
      let extent = page.layout.lines.lazy.compactMap { $0.box?.bottom }.max() ?? 0
      top += max(page.layout.height, extent)
    }
    joined.layout.height = top
    joined.unitWidth = pages.first?.unitWidth ?? 0
    joined.layout.image = pages.first?.layout.image
    joined.layout.number = pages.first?.layout.number
    return joined
  }
}

extension ScannedPage {
  /// Puts a page below this one.
  fileprivate mutating func append(_ page: ScannedPage, top: Float) {
    let (firstLine, firstWord, firstBlock) = (layout.lines.count, layout.words.count, layout.blocks.count)
    text += page.text
    layout.words += page.layout.words.map { word in
      var word = word
      word.box.y += top
      return word
    }
    layout.blocks += page.layout.blocks.map { PageLayout.Block(box: $0.box?.lowered(by: top), role: $0.role) }
    layout.rules += page.layout.rules.map { $0.lowered(by: top) }
    layout.lines += page.layout.lines.map { line in
      var line = line
      line.box = line.box?.lowered(by: top)
      if line.block >= 0 { line.block += Int32(firstBlock) }
      line.words = line.words.lowerBound + Int32(firstWord)..<line.words.upperBound + Int32(firstWord)
      return line
    }
    layout.order += page.layout.order.map { $0 + Int32(firstLine) }
    layout.isOrderStated = page.layout.isOrderStated && (firstLine == 0 || layout.isOrderStated)
    for (name, place) in page.names {
      let lines = place.lines.lowerBound + firstLine..<place.lines.upperBound + firstLine
      names[name] = NamedPlace(lines: lines, word: place.word.map { $0 + firstWord })
    }
  }
}

extension PageBox {
  fileprivate func lowered(by top: Float) -> PageBox { PageBox(x: x, y: y + top, width: width, height: height) }
}
