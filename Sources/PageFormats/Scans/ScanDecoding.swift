import Newspaper
import System

extension DecodedPage {
  /// Makes the text the lines of a format with places, if it is in one.
  /// - Returns: false for text of no such format.
  /// - Throws: why there is nothing to read in a file of such a format, or of another kind of XML.
  mutating func readScan(path: String, keepsNames: Bool) throws(Problem) -> Bool {
    guard FileOpening.mayBeScan(text.bytes) else { return false }
    let opening = FileOpening(text.bytes)
    guard let format = ScanFormat.format(of: opening), let document = format.read(text.bytes, keepsNames) else {
      if let message = opening.foreignMessage { throw Problem(path, message) }
      return false
    }
    let page = document.joined
    guard !page.text.allSatisfy(isBlank) else { throw Problem(path, "has no text (\(format.name)); left out") }
    text = PageText(bytes: page.text, layout: page.layout)
    (names, unitWidth, isMarkup) = (page.names, page.unitWidth, true)
    if problem == nil, let fault = document.faults.first {
      problem = Problem(path, line: fault.line, "\(format.name): \(fault.message)")
    }
    return true
  }
}

extension FileOpening {
  /// True if a file's first letter is one that files of formats with places begin with.
  static func mayBeScan(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first(where: { $0 > 0x20 }) else { return false }
    return first == UInt8(ascii: "<") || first == UInt8(ascii: "[") || first == UInt8(ascii: "{")
      || first == UInt8(ascii: "l") || (0x31...0x35).contains(first)
  }

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
    return ScanFormat.format(of: self) == nil ? .other : .page
  }
}
