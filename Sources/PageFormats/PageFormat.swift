import Glibc
import Newspaper

/// A row of the table of input formats. A format is a row in `all` and a file with its reader.
package struct PageFormat: Sendable {
  /// The name that people know it by.
  package let name: String
  /// The endings of its files within a folder, in small letters.
  package let endings: [String]
  /// Its richness: of several forms of one page the richest is read. 0 is text without places.
  package let richness: Int
  /// True if a file's beginning may be that of such a file.
  package let isRecognised: @Sendable (FileOpening) -> Bool
  /// Its reader.
  let reader: Reader

  /// A way to read a file, of valid UTF-8 without a byte order mark.
  enum Reader: Sendable {
    /// The lines of the file are those of the page.
    case lines
    /// Makes lines of it; nil for the content of another format. A note tells what was not to be expected.
    case text(@Sendable (_ file: [UInt8]) -> [UInt8]?, note: String)
    /// Finds lines and their places, and the names of the file's parts where they are asked for; nil for the content
    /// of another format.
    case places(@Sendable (_ file: [UInt8], _ keepsNames: Bool) -> ScannedDocument?)
  }

  /// The formats, in the order in which they are tried: all content is plain text.
  package static let all: [PageFormat] = [
    PageFormat(
      name: "ALTO", endings: ["xml"], richness: 9, isRecognised: { $0.root == "alto" }, reader: .markup(ALTOReader.self)
    ),
    PageFormat(
      name: "PAGE", endings: ["xml"], richness: 8, isRecognised: { $0.root == "PcGts" },
      reader: .markup(PAGEReader.self)),
    PageFormat(
      name: "ABBYY XML", endings: ["xml"], richness: 7,
      isRecognised: {
        ($0.root == "document" || $0.root == "page") && ($0.has("blockType=") || $0.has("<charParams"))
      }, reader: .markup(ABBYYReader.self)),
    PageFormat(
      name: "DjVu XML", endings: ["xml"], richness: 3, isRecognised: { $0.root == "DjVuXML" },
      reader: .markup(DjVuReader.self)),
    PageFormat(
      name: "pdftotext -bbox-layout", endings: ["xhtml", "html", "htm", "xml"], richness: 4,
      isRecognised: { $0.isMarkup && $0.has("<page width=") && ($0.has("<word xMin=") || !$0.has("class=")) },
      reader: .markup(BoundingBoxReader.self)),
    PageFormat(
      name: "hOCR", endings: ["hocr", "html", "htm", "xhtml", "xml"], richness: 6,
      isRecognised: {
        $0.isMarkup && ["ocr_page", "ocr_line", "ocrx_line", "ocrx_word"].contains(where: $0.hasClass)
      }, reader: .markup(HOCRReader.self)),
    PageFormat(
      name: "Tesseract's TSV", endings: ["tsv"], richness: 5, isRecognised: \.isTableOfWords,
      reader: .markup(TSVReader.self)),
    PageFormat(
      name: "JSON of PaddleOCR or RapidOCR", endings: ["json"], richness: 2, isRecognised: \.isEngineJSON,
      reader: .places { file, _ in EngineJSONReader.read(file) }),
    PageFormat(
      name: "HTML", endings: ["html", "htm"], richness: 0, isRecognised: \.hasTags,
      reader: .text(textOfHTML, note: "has tags and is read as HTML; show --raw prints it as it is")),
    PageFormat(
      name: "text in columns", endings: ["txt", "md"], richness: 0, isRecognised: \.hasGutters,
      reader: .places { file, _ in ColumnTextReader.read(file) }),
    PageFormat(
      name: "vertical text", endings: [], richness: 0, isRecognised: \.mayBeVertical,
      reader: .text(
        VerticalText.lines,
        note: "its lines seem to run from top to bottom, from right to left; show --raw prints it as it is")),
    PageFormat(
      name: "plain text", endings: ["txt", "md"], richness: 0, isRecognised: { _ in true }, reader: .lines),
  ]

  /// The format of a file by its beginning. Only reading all of it shows that a file with tags is no HTML.
  package static func format(of opening: FileOpening) -> PageFormat {
    all.first { $0.isRecognised(opening) } ?? all[all.count - 1]
  }

  /// Reads a file of this format; nil where it has no places.
  /// - Parameter file: valid UTF-8, without a byte order mark.
  func document(_ file: [UInt8], keepsNames: Bool) -> ScannedDocument? {
    if case .places(let read) = reader { read(file, keepsNames) } else { nil }
  }

  /// True for a format that gives places of lines.
  package var hasPlaces: Bool { if case .places = reader { true } else { false } }
}

/// A reader of one format with places, which goes through the bytes of a file once.
protocol ScanReader: SendableMetatype {
  /// - Parameter keepsNames: the names of blocks, lines and words are asked for.
  init(_ bytes: UnsafeBufferPointer<UInt8>, keepsNames: Bool)
  /// Reads the file.
  mutating func read() -> ScannedDocument
}

extension PageFormat.Reader {
  fileprivate static func markup<Reader: ScanReader>(_: Reader.Type) -> Self {
    .places { file, keepsNames in
      file.withUnsafeBufferPointer { bytes in
        var reader = Reader(bytes, keepsNames: keepsNames)
        return reader.read()
      }
    }
  }
}

// MARK: - Endings

extension PageFormat {
  /// The endings of text in words, without those that begin another: `.txt, .md or .html`.
  package static let extensionsInWords: Phrase = {
    let names = all.reversed().filter { !$0.hasPlaces }.flatMap(\.endings).map { "." + $0 }
    let longest = names.filter { name in !names.contains { $0 != name && $0.hasPrefix(name) } }
    return Phrase("{} or {}", longest.dropLast().joined(separator: ", "), longest.last ?? "")
  }()

  /// Endings that pages of text have, and those that only formats with places have, packed ones among them.
  private static let extensions: (text: [String], scans: [String]) = {
    let text = Set(all.filter { !$0.hasPlaces }.flatMap(\.endings))
    let scans = Set(all.flatMap(\.endings)).subtracting(text).sorted()
    return (text.map { "." + $0 }, scans.flatMap { [".\($0)", ".\($0).gz", ".\($0).bz2"] })
  }()

  /// True if a name ends as a page's may within a folder. A file that is given itself may have any extension.
  package static func hasExtension(_ name: UnsafePointer<CChar>) -> Bool {
    ends(name, with: extensions.text) || ends(name, with: extensions.scans)
  }

  /// True for the name of a file of which the beginning says whether it is a page: formats with places share their
  /// extensions with files that are none.
  package static func hasSharedExtension(_ name: UnsafePointer<CChar>) -> Bool { ends(name, with: extensions.scans) }

  private static func ends(_ name: UnsafePointer<CChar>, with extensions: [String]) -> Bool {
    let length = strlen(name)
    guard length > 0 else { return false }
    let last = UInt8(bitPattern: name[length - 1]) | 0x20
    return extensions.contains { ending in
      // Of nearly all the last letter is another one, which is found out soonest.
      ending.utf8.last == last && length >= ending.utf8.count
        && strcasecmp(name + (length - ending.utf8.count), ending) == 0
    }
  }
}
