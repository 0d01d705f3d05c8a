import CSystem

/// The beginning of a file, by which its format is told.
package struct FileOpening: Sendable {
  /// Bytes that are looked at.
  private static let length = 1 << 16

  private let bytes: ArraySlice<UInt8>
  /// The first byte that is no white space.
  private let first: UInt8?
  /// The name of the outermost element as it is written; nil for what is no markup.
  let rootText: String?
  /// The same without its prefix, to be compared.
  let root: MarkupName?

  /// - Parameter file: valid UTF-8.
  package init(_ file: [UInt8]) {
    bytes = file.prefix(Self.length)
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

  /// True if there is a tag or the like: all HTML has some.
  var hasTags: Bool { has("<") }

  /// True if there are tabs, or spaces side by side.
  var hasGutters: Bool { bytes.withUnsafeBufferPointer { bl_has_gutters($0.baseAddress, $0.count) != 0 } }

  /// True if rows are of one character, or of as many as the next ones.
  var mayBeVertical: Bool { VerticalText.isPossible(bytes) }

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
    let name = Array(name.utf8)
    let signs = Array("\"' =".utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      var landmark = Landmark("class")
      var at = 0
      while let found = landmark.next(in: bytes, from: at) {
        // The standard library's search for a range took a thousand times as long here.
        for place in found..<max(found, min(found + 80, bytes.count) - name.count) where signs.contains(bytes[place]) {
          if name.elementsEqual(bytes[place + 1..<place + 1 + name.count]) { return true }
        }
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
