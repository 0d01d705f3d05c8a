import FoundationEssentials
import Glibc
import Library
import Newspaper
import Reader
import Screen
import System

/// Why there is no picture, in words for people.
struct ScanFailure: Error {
  var phrase: Phrase
}

/// A picture of a page's scan in the making.
struct ScanPicture: Sendable {
  var request: ScanRequest
  var showing: PictureProtocol
  /// The size of the terminal's cells in pixels.
  var cell: (width: Int, height: Int)

  /// A picture as the terminal takes it, and the cells that it covers.
  struct Made: Sendable {
    var content: PictureContent
    var rect: Rect
  }

  /// Makes the picture.
  /// - Parameter lines: the places of the lines that are spoken of; none shows the whole page.
  func made(of image: String, lines: [PageBox]) -> Result<Made, ScanFailure> {
    do throws(Problem) {
      guard showing != .none, !needsChafa || Programs.find("chafa") != nil else {
        return .failure(
          ScanFailure(
            phrase: Phrase("this terminal shows no pictures, and chafa is not installed; the image can be opened")))
      }
      let images = ScanImages(environment: environment)
      let page = try images.png(image)
      let parts = lines.map { part($0, of: page) }
      guard !request.isWhole, let first = parts.first else {
        let framed = request.isWhole && !parts.isEmpty ? try? images.framed(parts, in: page.path) : nil
        return .success(try picture(of: framed ?? page))
      }
      let cut = withMargin(parts.dropFirst().reduce(first, union), in: page)
      if showing == .kitty { return .success(kitty(page, cut)) }
      return .success(try picture(of: try images.cut(cut, of: page.path)))
    } catch {
      return .failure(ScanFailure(phrase: Phrase("the scan cannot be shown: {}", error.description)))
    }
  }

  private var needsChafa: Bool { showing == .sixel || showing == .blocks }

  // MARK: Parts of the page

  private func part(_ box: PageBox, of page: ScanImages.File) -> ScanImages.Part {
    func pixels(_ share: Float) -> Int { Int(max(-2, min(20, Double(share))) * Double(page.width)) }
    let (left, top) = (max(0, min(pixels(box.x), page.width - 1)), max(0, min(pixels(box.y), page.height - 1)))
    return ScanImages.Part(
      column: left, row: top, columns: max(1, min(pixels(box.width), page.width - left)),
      rows: max(1, min(pixels(box.height), page.height - top)))
  }

  private func union(_ one: ScanImages.Part, _ other: ScanImages.Part) -> ScanImages.Part {
    let (left, top) = (min(one.column, other.column), min(one.row, other.row))
    let right = max(one.column + one.columns, other.column + other.columns)
    let bottom = max(one.row + one.rows, other.row + other.rows)
    return ScanImages.Part(column: left, row: top, columns: right - left, rows: bottom - top)
  }

  /// A fiftieth of the page's width on all sides.
  private func withMargin(_ part: ScanImages.Part, in page: ScanImages.File) -> ScanImages.Part {
    let margin = page.width / 50
    let (left, top) = (max(0, part.column - margin), max(0, part.row - margin))
    return ScanImages.Part(
      column: left, row: top, columns: min(page.width - left, part.column + part.columns + margin - left),
      rows: min(page.height - top, part.row + part.rows + margin - top))
  }

  /// The cells that an image covers: as large as there is room, in its own proportions.
  private func rect(_ width: Int, _ height: Int) -> Rect {
    let room = request.rect
    let scale = min(
      Double(room.columns * cell.width) / Double(max(1, width)),
      Double(room.rows * cell.height) / Double(max(1, height)))
    let columns = max(1, min(room.columns, Int(Double(width) * scale / Double(cell.width))))
    let rows = max(1, min(room.rows, Int(Double(height) * scale / Double(cell.height))))
    return Rect(column: room.column + (room.columns - columns) / 2, row: room.row, columns: columns, rows: rows)
  }

  // MARK: Protocols

  private func kitty(_ page: ScanImages.File, _ part: ScanImages.Part) -> Made {
    let path = realPath(page.path) ?? page.path
    let bytes = withPathBytes(path) { Array(UnsafeRawBufferPointer(start: $0, count: strlen($0))) }
    return Made(
      content: .kitty(
        path: Data(bytes).base64EncodedString(), column: part.column, row: part.row, columns: part.columns,
        rows: part.rows), rect: rect(part.columns, part.rows))
  }

  private func picture(of file: ScanImages.File) throws(Problem) -> Made {
    let rect = rect(file.width, file.height)
    switch showing {
    case .kitty:
      return kitty(file, ScanImages.Part(column: 0, row: 0, columns: file.width, rows: file.height))
    case .iterm:
      return Made(content: .iterm(Data(try readFile(file.path)).base64EncodedString()), rect: rect)
    default: return Made(content: try chafa(file, rect), rect: rect)
    }
  }

  private func chafa(_ file: ScanImages.File, _ rect: Rect) throws(Problem) -> PictureContent {
    let format = showing == .sixel ? ["-f", "sixels"] : ["-f", "symbols", "-c", "256", "--symbols", "block"]
    let run = Programs.output(
      of: ["chafa", "--animate", "off", "--size", "\(rect.columns)x\(rect.rows)", "--stretch"] + format + [file.path])
    let text = String(decoding: run.output, as: UTF8.self)
    let content: PictureContent? =
      showing == .sixel ? ChafaOutput.sixel(text).map { .sixel($0) } : .blocks(ChafaOutput.lines(text))
    guard run.status == 0, let content else { throw Problem(file.path, "cannot be shown by chafa") }
    return content
  }
}

/// The output of chafa without all that a terminal need not be told: another program's words go through the gate, too.
enum ChafaOutput {
  /// Lines of characters and their colours.
  static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: true).map { line in
      var kept = ""
      var rest = line.unicodeScalars[...]
      while let scalar = rest.popFirst() {
        if scalar == "\u{1B}", rest.first == "[" {
          rest.removeFirst()
          let numbers = rest.prefix { ("0"..."9").contains($0) || $0 == ";" || $0 == ":" }
          rest = rest.dropFirst(numbers.count)
          if rest.popFirst() == "m" { kept += "\u{1B}[" + String(String.UnicodeScalarView(numbers)) + "m" }
        } else if scalar == " " || (0x2500...0x259F).contains(scalar.value) {
          kept.unicodeScalars.append(scalar)
        }
      }
      return kept
    }.filter { !$0.isEmpty }
  }

  /// The text between `ESC P` and `ESC \\`; nil where there is no such string, or more in it than sixels.
  static func sixel(_ text: String) -> String? {
    guard let start = text.firstRange(of: "\u{1B}P"), let end = text[start.upperBound...].firstRange(of: "\u{1B}\\")
    else { return nil }
    let data = text[start.upperBound..<end.lowerBound]
    return data.unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) || $0 == "\n" || $0 == "\r" }
      ? String(data) : nil
  }
}
