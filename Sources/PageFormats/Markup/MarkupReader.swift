/// A reader of a document in markup, element by element.
protocol MarkupReader {
  var scanner: MarkupScanner { get set }
  /// The elements with whose end the document is whole.
  static var roots: [MarkupName] { get }

  mutating func start(_ name: MarkupName)
  mutating func end(_ name: MarkupName)
  mutating func text()
}

extension MarkupReader {
  /// Reads all elements; one without content starts and ends.
  /// - Returns: the faults of the document.
  mutating func readElements() -> [ScanFault] {
    var isWhole = false
    while let token = scanner.next() {
      switch token {
      case .start(let name, let isEmpty):
        start(name)
        if isEmpty { end(name) }
      case .end(let name):
        end(name)
        isWhole = isWhole || Self.roots.contains(name)
      case .text: text()
      }
    }
    return scanner.faults(isWhole: isWhole)
  }
}

/// A reader of pages with places in markup.
protocol ScanMarkupReader: ScanReader, MarkupReader {
  var writer: ScanWriter { get }
  /// Ends the page that is open, if one is.
  mutating func endPage()
}

extension ScanMarkupReader {
  /// Reads the file.
  mutating func read() -> ScannedDocument {
    let faults = readElements()
    endPage()
    return ScannedDocument(pages: writer.pages, faults: faults)
  }
}
