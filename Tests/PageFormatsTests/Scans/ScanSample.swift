import Newspaper
import Testing

@testable import PageFormats

/// A file of a format with places that a test wrote, as its reader gives it back.
struct ScanSample {
  let page: ScannedPage
  let faults: [ScanFault]
  let format: String

  init(_ file: String) throws {
    let bytes = Array(file.utf8)
    let found = PageFormat.format(of: FileOpening(bytes))
    let document = try #require(found.document(bytes, keepsNames: true))
    (page, faults, format) = (document.pages[0], document.faults, found.name)
  }

  var layout: PageLayout { page.layout }

  /// The lines in the order of the document.
  var lines: [String] {
    let text = PageText(bytes: page.text)
    return text.lines.map(text.line)
  }

  /// The lines in reading order.
  var read: [String] { layout.order.map { lines[Int($0) - 1] } }

  /// The ends of the lines: `.` whole, `-` with a hyphen that is no part of a word, `~` within a word.
  var ends: String {
    layout.lines.map { line in
      switch line.end {
      case .whole: "."
      case .divided(hyphenLength: 0): "~"
      case .divided: "-"
      }
    }.joined()
  }
}

extension PageFormat {
  /// Reads a file of a format with places; nil where it is of none.
  static func document(_ file: [UInt8]) -> ScannedDocument? {
    format(of: FileOpening(file)).document(file, keepsNames: false)
  }
}
