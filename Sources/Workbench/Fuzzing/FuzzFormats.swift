import Chance
import Newspaper
import PageFormats
import System

/// Reads damaged files of all formats with places, and of METS and DIDL: none may crash, take long or much memory, and
/// what is given back must hold together. The same seed and number give the same file again.
func fuzzFormats(_ words: [String]) throws -> Int32 {
  let options = try Options(words, numbers: ["--count", "--seed", "--first"], flags: ["--verbose"])
  let seed = options.number("--seed", default: 1)
  let first = options.number("--first", default: 0)
  let numbers = first..<first + options.number("--count", default: 10_000)
  say("fuzz-formats --seed \(seed) --first \(first) --count \(numbers.count)")
  let samples = options.paths.isEmpty ? FormatSamples.all : try options.paths.map { try readFile($0) }
  let longest = samples.max { $0.count < $1.count } ?? []
  // A file that is of no format any more is text, whose encoding is guessed at a price of its own: the same for every
  // file.
  let unknown = longest.map { $0 == UInt8(ascii: " ") ? 0xE9 : $0 }
  let unit = WorkUnit { _ = FormatFuzzing.faults(of: longest) + FormatFuzzing.faults(of: unknown) }
  var failures = 0
  for number in numbers {
    var random = RandomSource(seed: UInt64(truncatingIfNeeded: seed &* 1_000_003 &+ number))
    let file = FormatFuzzing.damaged(samples[random.below(samples.count)], &random)
    if options.has("--verbose") { say("file \(number): \(String(decoding: file, as: UTF8.self).debugDescription)") }
    var faults: [String] = []
    let limit = mostWork * Double(file.count + longest.count) / Double(max(1, longest.count))
    let work = unit.count(limit: limit) { faults = FormatFuzzing.faults(of: file) }
    if work > limit { faults.append("took the work of \(Int(work)) readings of a file of \(longest.count) bytes") }
    failures += faults.isEmpty ? 0 : 1
    for fault in faults.prefix(3) { say("file \(number) of seed \(seed): \(fault)") }
  }
  say("\(numbers.count) files, \(failures) of them at fault")
  return failures == 0 ? 0 : 1
}

/// Most work for a file, in readings of the longest sample for each of its lengths.
private let mostWork = 60.0

private enum FormatFuzzing {
  /// Pieces that parsers of markup and numbers fall over.
  private static let odd = [
    "<", ">", "/>", "</", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE x [", "<?", "?>", "\"", "'", "=", "&", "&#x0;",
    "&#xD800;", "&#99999999;", "&nbsp;", "&shy;", "\u{AD}", "\u{0}", "-1e99", "NaN", "999999999999", "-0.0000001",
    "1.2.3",
    "\t", "\n", "\r", "[", "]", "{", "}", ",", "\\u0000", "null", "HYP", " HPOS=\"-99999\"", " bbox 9 9 1 1",
    "index:-1;",
    " ID=\"a\"", "<div>", "<span class='ocr_line'>", "<TextLine>", "</TextLine>", "<Page>",
    "<area FILEID='F1' BEGIN='a'/>",
  ].map { Array($0.utf8) }

  /// A file, spoilt some times over.
  static func damaged(_ file: [UInt8], _ random: inout RandomSource) -> [UInt8] {
    var file = file
    for _ in 0...random.below(8) {
      guard !file.isEmpty else { break }
      let start = random.below(file.count)
      let end = min(file.count, start + 1 + random.below(200))
      switch random.below(8) {
      case 0: file.removeSubrange(start..<end)
      case 1: file.insert(contentsOf: file[start..<end], at: random.below(file.count + 1))
      case 2: file = Array(file[..<start])
      case 3: for place in start..<end where random.oneIn(8) { file[place] = UInt8(random.below(256)) }
      case 4: file.insert(contentsOf: repeatElement(file[start..<end], count: random.below(60)).joined(), at: start)
      case 5:
        file.insert(
          contentsOf: repeatElement(odd[random.below(odd.count)], count: random.below(400)).joined(), at: start)
      default: file.insert(contentsOf: odd[random.below(odd.count)], at: start)
      }
    }
    return file
  }

  /// The promises that do not hold of a file that was read.
  static func faults(of file: [UInt8]) -> [String] {
    guard let page = try? Page(path: "fuzz", file: file) else { return structureFaults(of: file) }
    guard let layout = page.text.layout else { return [] }
    let text = page.text
    var faults: [String] = []
    if String(validating: text.bytes, as: UTF8.self) == nil { faults.append("the text is not UTF-8") }
    if text.lineCount != layout.lines.count { faults.append("\(text.lineCount) lines, \(layout.lines.count) places") }
    if layout.order.sorted() != (0..<Int32(layout.lines.count)).map({ $0 + 1 }) {
      faults.append("the order lacks lines")
    }
    if text.bytes.count > 4 * file.count + 64 { faults.append("\(text.bytes.count) bytes of text of \(file.count)") }
    let boxes =
      layout.lines.compactMap(\.box) + layout.words.map(\.box) + layout.rules + layout.blocks.compactMap(\.box)
    if !(boxes.flatMap { [$0.x, $0.y, $0.width, $0.height] } + [layout.height]).allSatisfy({ abs($0) <= 100 }) {
      faults.append("a place lies outside of all pages")
    }
    for (index, line) in layout.lines.enumerated() where faults.isEmpty {
      let length = text.range(ofLine: index + 1).count
      let words = layout.words[Int(line.words.lowerBound)..<Int(line.words.upperBound)]
      if words.contains(where: { $0.offset < 0 || $0.length <= 0 || Int($0.offset + $0.length) > length }) {
        faults.append("a word stands outside of line \(index + 1)")
      }
      if line.block >= Int32(layout.blocks.count) { faults.append("line \(index + 1) is in no block that there is") }
      if case .divided(let hyphen) = line.end, Int(hyphen) > length {
        faults.append("line \(index + 1) lacks its hyphen")
      }
    }
    return faults
  }

  /// METS and DIDL: whatever they say, it leads to lines that there are.
  private static func structureFaults(of file: [UInt8]) -> [String] {
    let text = Array(String(decoding: file, as: UTF8.self).utf8)
    guard let structure = IssueStructure(text) else { return [] }
    let layout = PageLayout(lines: (0..<3).map { _ in PageLayout.Line(box: PageBox(x: 0, y: 0, width: 1, height: 1)) })
    let page = ZonedPage(
      text: PageText(bytes: Array("a\nb\nc\n".utf8), layout: layout),
      names: ["a": NamedPlace(lines: 1..<2), "b": NamedPlace(lines: 2..<4)], unitWidth: 100)
    let (zoning, _) = structure.zoning(of: [1: page, 2: page])
    let lines = zoning.zones.flatMap { $0.parts.flatMap(\.lines) }
    return lines.allSatisfy { (1...3).contains($0) } ? [] : ["a unit has a line that no page has"]
  }
}
