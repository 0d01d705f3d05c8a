import Newspaper
import System

extension DecodedPage {
  /// Makes the text the lines that the format of the file has.
  /// - Throws: why there is nothing to read in it: it has no text, or is XML of no format that has pages.
  mutating func readFormat(path: String, keepsNames: Bool) throws(Problem) {
    let opening = FileOpening(text.bytes)
    for format in PageFormat.all where format.isRecognised(opening) {
      if !format.hasPlaces, let message = opening.foreignMessage { throw Problem(path, message) }
      if format.richness == 0 { text = text.withPlainLineEnds }
      switch format.reader {
      case .lines: return
      case .text(let read, let note):
        guard let lines = read(text.bytes) else { continue }
        if lines.allSatisfy(isBlank) { throw Problem(path, "is empty; left out") }
        (source, text) = (text, PageText(bytes: lines))
        let isExpected =
          format.endings.contains("html") && Self.markupEndings.contains(where: path.lowercased().hasSuffix)
        if problem == nil, !isExpected { problem = Problem(path, note) }
      case .places(let read):
        guard let document = read(text.bytes, keepsNames) else { continue }
        try take(document, format: format.name, path: path)
      }
      isMarkup = true
      return
    }
  }

  /// Names of files in which tags are no surprise.
  private static let markupEndings = [".html", ".htm", ".xhtml", ".md", ".markdown"]

  private mutating func take(_ document: ScannedDocument, format: String, path: String) throws(Problem) {
    var pages: [DecodedPage] = []
    for (index, page) in document.pages.enumerated() where !page.text.allSatisfy(isBlank) {
      var decoded = self
      decoded.text = PageText(bytes: page.text, layout: page.layout)
      (decoded.names, decoded.unitWidth, decoded.zoning) = (page.names, page.unitWidth, page.zoning)
      decoded.index = index
      pages.append(decoded)
    }
    guard let first = pages.first else { throw Problem(path, "has no text (\(format)); left out") }
    self = first
    further = Array(pages.dropFirst())
    if problem == nil, let fault = document.faults.first {
      problem = Problem(path, line: fault.line, "\(format): \(fault.message)")
    }
  }
}

extension FileOpening {
  /// Why a file of XML is no page; nil for what may be one.
  var foreignMessage: String? {
    if IssueStructure.isRecognised(self) { return "names the pages of an issue, and is none itself; left out" }
    guard isXML, root != "html", let rootText else { return nil }
    return "is XML of no format that has pages (<\(rootText)>); left out"
  }

  /// The nature of a file that shares its ending with pages.
  package enum Kind: Sendable {
    /// A page of a format with places.
    case page
    /// It states the pages and articles of an issue.
    case structure
    case other
  }

  /// The nature of the file.
  package var kind: Kind {
    if IssueStructure.isRecognised(self) { return .structure }
    return PageFormat.format(of: self).hasPlaces ? .page : .other
  }
}
