import Newspaper
import Text

/// A line that says where a page begins within a file, and the page's number if it names one.
struct PageTurn: Equatable {
  var line: Int
  var number: Int?
}

// Files that hold several pages.
extension Issue {
  /// Divides an issue that was read as one page where lines say that a page begins.
  ///
  /// A passage that goes on over a turn stands whole on the page that it begins on. Lines keep their numbers.
  mutating func divide(at turns: [PageTurn]) {
    guard !turns.isEmpty, pages.count == 1, pages[0].text.layout == nil else { return }
    let file = pages[0]
    let first = file.text.lines.first { !file.text.range(ofLine: $0).isEmpty } ?? file.text.lines.lowerBound
    var number = file.number
    var starts: [(line: Int, number: Int)] = []
    let ends = ends(ofPassagesAcross: turns.map(\.line))
    for turn in turns {
      if turn.line == first {
        number = turn.number ?? number
        continue
      }
      let next = turn.number.flatMap { $0 > (starts.last?.number ?? number) ? $0 : nil }
      let start = ends[turn.line] ?? turn.line
      guard start > starts.last?.line ?? first, start < file.text.lines.upperBound else { continue }
      starts.append((start, next ?? (starts.last?.number ?? number) + 1))
    }
    pages[0].number = number
    let isDivided = !starts.isEmpty
    starts.insert((file.text.lines.lowerBound, number), at: 0)
    if isDivided {
      pages = starts.indices.map { index in
        let end = index + 1 < starts.count ? starts[index + 1].line : file.text.lines.upperBound
        return file.part(starts[index].line..<end, number: starts[index].number)
      }
    }
    func page(of passage: Passage) -> Int {
      let line = passage.sourceLines.first ?? first
      return starts.last { $0.line <= line }?.number ?? number
    }
    for article in articles.indices {
      for block in articles[article].blocks.indices {
        articles[article].blocks[block].passage.page = page(of: articles[article].blocks[block].passage)
      }
    }
    for index in unplaced.indices { unplaced[index].page = page(of: unplaced[index]) }
  }

  /// By line, the line behind the passage that begins before it and ends behind it.
  /// - Parameter lines: in order.
  private func ends(ofPassagesAcross lines: [Int]) -> [Int: Int] {
    var ends: [Int: Int] = [:]
    for passage in articles.lazy.flatMap(\.blocks).map(\.passage) {
      guard let first = passage.lines.first, let last = passage.lines.last, last > first + 1 else { continue }
      let across = lines[lines.partitioningIndex(where: { $0 > first })...].prefix { $0 < last }
      for line in across { ends[line] = last + 1 }
    }
    return ends
  }
}

extension Page {
  /// Some lines of it as a page of their own.
  fileprivate func part(_ lines: Range<Int>, number: Int) -> Page {
    let start = text.range(ofLine: lines.lowerBound).lowerBound
    let end =
      lines.upperBound < text.lines.upperBound ? text.range(ofLine: lines.upperBound).lowerBound : text.bytes.count
    var page = self
    page.number = number
    page.text = PageText(bytes: Array(text.bytes[start..<end]), firstLine: lines.lowerBound)
    page.source = nil
    return page
  }
}
