import Newspaper

/// A format that gives the places of a page's lines: how it is recognised, and its reader.
package struct ScanFormat: Sendable {
  /// The name that people know it by.
  package let name: String
  /// The endings that its files are found under within a folder, in small letters.
  package let endings: [String]
  /// Its richness: of several forms of one page the richest is read. 1 is plain text with places.
  package let richness: Int
  /// True if a file's beginning is that of such a file.
  package let isRecognised: @Sendable (FileOpening) -> Bool
  /// Reads a file; the names of its parts are kept where they are asked for. Nil where it is none after all.
  package let read: @Sendable (_ file: [UInt8], _ keepsNames: Bool) -> ScannedDocument?

  /// The formats, in the order in which they are tried.
  package static let all: [ScanFormat] = [
    ScanFormat(name: "ALTO", endings: ["xml"], richness: 9) {
      $0.root == "alto"
    } read: { file, keepsNames in
      file.withUnsafeBufferPointer { bytes in
        var reader = ALTOReader(bytes, keepsNames: keepsNames)
        return reader.read()
      }
    },
    ScanFormat(name: "PAGE", endings: ["xml"], richness: 8) {
      $0.root == "PcGts"
    } read: { file, _ in
      file.withUnsafeBufferPointer { bytes in
        var reader = PAGEReader(bytes)
        return reader.read()
      }
    },
    ScanFormat(name: "ABBYY XML", endings: ["xml"], richness: 7) {
      ($0.root == "document" || $0.root == "page") && ($0.has("blockType=") || $0.has("<charParams"))
    } read: { file, _ in
      file.withUnsafeBufferPointer { bytes in
        var reader = ABBYYReader(bytes)
        return reader.read()
      }
    },
    ScanFormat(name: "DjVu XML", endings: ["xml"], richness: 3) {
      $0.root == "DjVuXML"
    } read: { file, _ in
      file.withUnsafeBufferPointer { bytes in
        var reader = DjVuReader(bytes)
        return reader.read()
      }
    },
    ScanFormat(name: "pdftotext -bbox-layout", endings: ["xhtml", "html", "htm", "xml"], richness: 4) {
      $0.isMarkup && $0.has("<page width=") && ($0.has("<word xMin=") || !$0.has("class="))
    } read: { file, _ in
      file.withUnsafeBufferPointer { bytes in
        var reader = BoundingBoxReader(bytes)
        return reader.read()
      }
    },
    ScanFormat(name: "hOCR", endings: ["hocr", "html", "htm", "xhtml", "xml"], richness: 6) {
      $0.isMarkup && ["ocr_page", "ocr_line", "ocrx_line", "ocrx_word"].contains(where: $0.hasClass)
    } read: { file, _ in
      file.withUnsafeBufferPointer { bytes in
        var reader = HOCRReader(bytes)
        return reader.read()
      }
    },
    ScanFormat(name: "Tesseract's TSV", endings: ["tsv"], richness: 5) {
      $0.isTableOfWords
    } read: { file, _ in
      file.withUnsafeBufferPointer { bytes in
        var reader = TSVReader(bytes)
        return reader.read()
      }
    },
    ScanFormat(name: "JSON of PaddleOCR or RapidOCR", endings: ["json"], richness: 2) {
      $0.isEngineJSON
    } read: { file, _ in
      EngineJSONReader.read(file)
    },
  ]

  /// The format of a file by its beginning; nil for plain text and whatever else.
  package static func format(of opening: FileOpening) -> ScanFormat? { all.first { $0.isRecognised(opening) } }

  /// Reads a file of a format with places; nil where it is of none.
  /// - Parameter file: valid UTF-8, without a byte order mark.
  package static func document(_ file: [UInt8], keepsNames: Bool = false) -> ScannedDocument? {
    format(of: FileOpening(file))?.read(file, keepsNames)
  }
}

/// The beginning of a file, by which its format is told.
package struct FileOpening: Sendable {
  /// Bytes that are looked at.
  private static let length = 1 << 16

  private let bytes: [UInt8]
  /// The first byte that is no white space.
  private let first: UInt8?
  /// The name of the outermost element as it is written; nil for what is no markup.
  let rootText: String?
  /// The same without its prefix, to be compared.
  let root: MarkupName?

  /// - Parameter file: valid UTF-8.
  package init(_ file: [UInt8]) {
    bytes = Array(file.prefix(Self.length))
    first = bytes.first { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
    let found = first == UInt8(ascii: "<") ? bytes.withUnsafeBufferPointer(Self.root) : nil
    (root, rootText) = (found?.name, found?.text)
  }

  private static func root(_ bytes: UnsafeBufferPointer<UInt8>) -> (name: MarkupName, text: String)? {
    var scanner = MarkupScanner(bytes)
    var start = 0
    while let token = scanner.next() {
      if case .start(let name, _) = token {
        let tag = bytes[start..<scanner.position].drop { $0 != UInt8(ascii: "<") }.dropFirst()
        let text = tag.prefix { !MarkupScanner.isSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
        return (name, String(decoding: text.prefix(40), as: UTF8.self))
      }
      start = scanner.position
    }
    return nil
  }

  /// True if the file begins with a tag.
  package var isMarkup: Bool { root != nil }

  /// True if the file begins with an XML declaration.
  var isXML: Bool {
    let opening = bytes.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    return opening.starts(with: "<?xml".utf8)
  }

  /// True if the file begins as the JSON of engines does: with lists of places, or with objects that name texts or
  /// their places as engines do. Other JSON is no page.
  var isEngineJSON: Bool {
    guard first == UInt8(ascii: "[") || first == UInt8(ascii: "{") else { return false }
    let start = bytes.firstIndex { $0 == first } ?? 0
    if bytes[start...].lazy.filter({ $0 > 0x20 }).prefix(3).elementsEqual("[[[".utf8) { return true }
    let lists: [StaticString] = ["\"rec_texts\"", "\"rec_polys\"", "\"dt_polys\"", "\"parsing_res_list\""]
    if lists.contains(where: { has($0) }) { return true }
    let texts: [StaticString] = ["\"text\"", "\"rec_text\"", "\"txt\""]
    let places: [StaticString] = ["\"box\"", "\"points\"", "\"text_region\"", "\"dt_box\""]
    return texts.contains { has($0) } && places.contains { has($0) }
  }

  /// True if the file has some letters near its beginning.
  func has(_ letters: StaticString) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var landmark = Landmark(letters)
      return landmark.next(in: bytes, from: 0) != nil
    }
  }

  /// True if an element has the class.
  @Sendable func hasClass(_ name: String) -> Bool {
    let signs = ["\"", "'", " ", "="].map { Array(($0 + name).utf8) }
    return bytes.withUnsafeBufferPointer { bytes in
      var landmark = Landmark("class")
      var at = 0
      while let found = landmark.next(in: bytes, from: at) {
        let rest = bytes[found...].prefix(80)
        if signs.contains(where: { sign in rest.firstRange(of: sign) != nil }) { return true }
        at = found + 1
      }
      return false
    }
  }

  /// True if the first rows are those of Tesseract's table of words.
  var isTableOfWords: Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      for _ in 0..<2 {
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        if TSVRow(bytes, start..<end) != nil { return true }
        start = min(end + 1, bytes.count)
      }
      return false
    }
  }
}
