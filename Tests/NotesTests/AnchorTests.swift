import Chance
import Newspaper
import Testing

@testable import Notes

/// Pages of letters that chance draws, a paragraph a line, and ways to damage them.
private struct Scans {
  var chance: RandomSource

  mutating func page(paragraphs: Int = 40) -> [String] {
    (0..<paragraphs).map { number in
      let length = Int.random(in: 8...160, using: &chance)
      // Papers use some thousand characters, a few of them all the time.
      let text = (0..<length).map { _ in
        let range: ClosedRange<UInt32> = Bool.random(using: &chance) ? 0x4E00...0x4E3F : 0x4E40...0x55FF
        return Character(Unicode.Scalar(UInt32.random(in: range, using: &chance)) ?? "一")
      }
      return String(text) + (number % 3 == 0 ? "。" : "")
    }
  }

  /// The page as another engine reads it: letters taken for others, spaces, lines broken and lines before it.
  /// - Returns: the page, and for each old line the number of the new one that it starts on.
  mutating func scannedAgain(_ page: [String], shuffled: Bool = false) -> (text: [String], starts: [Int: Int]) {
    var lines = (0..<Int.random(in: 0...12, using: &chance)).map { _ in self.page(paragraphs: 1)[0] }
    var starts: [Int: Int] = [:]
    let order = shuffled ? Array(page.indices).shuffled(using: &chance) : Array(page.indices)
    for index in order {
      starts[index] = lines.count
      var line = ""
      for character in page[index] {
        if Int.random(in: 0..<50, using: &chance) == 0 { continue }
        let isWrong = Int.random(in: 0..<30, using: &chance) == 0
        line.append(isWrong ? "口" : character)
        if Int.random(in: 0..<20, using: &chance) == 0 { line.append(" ") }
        if line.count > 30, Int.random(in: 0..<30, using: &chance) == 0 {
          lines.append(line)
          line = ""
        }
      }
      lines.append(line)
    }
    return (lines, starts)
  }
}

private func issue(_ lines: [String]) -> Newspaper.Issue {
  Issue(
    id: "a", pages: [Page(number: 1, path: "a.txt", text: PageText(lines.joined(separator: "\n")))], articles: [])
}

private func anchor(_ line: Int, in lines: [String]) -> Anchor {
  let page = PageText(lines.joined(separator: "\n"))
  return Anchor(
    SourcePosition(page: 1, line: line + 1), SourcePosition(page: 1, line: line + 1, offset: lines[line].utf8.count),
    in: page)
}

@Suite("Passages are found again by their text") struct AnchorTests {
  @Test("On the page as it was each passage stands where it stood, also one of a single letter")
  func unchanged() {
    var scans = Scans(chance: RandomSource(seed: 1))
    let page = scans.page() + ["一", "一"]
    var finder = AnchorFinder(issue(page))
    for line in page.indices {
      let found = finder.find(anchor(line, in: page))
      #expect(found?.start == SourcePosition(page: 1, line: line + 1))
      #expect(found?.end.line == line + 1 && found?.isMoved == false)
    }
  }

  @Test("On pages that were scanned again 99 of 100 are found, and none at a wrong place", arguments: [false, true])
  func scannedAgain(_ shuffled: Bool) {
    var scans = Scans(chance: RandomSource(seed: 7))
    var (found, wrong, all) = (0, 0, 0)
    for _ in 0..<20 {
      let page = scans.page()
      let (text, starts) = scans.scannedAgain(page, shuffled: shuffled)
      var finder = AnchorFinder(issue(text))
      for line in page.indices {
        all += 1
        guard let place = finder.find(anchor(line, in: page)) else { continue }
        // A first letter that the new scan has lost begins the passage one letter on, never on another line.
        if place.start.line == starts[line].map({ $0 + 1 }) { found += 1 } else { wrong += 1 }
      }
    }
    #expect(wrong == 0, "\(wrong) of \(all) at a wrong place")
    #expect(found * 100 >= all * (shuffled ? 97 : 99), "\(found) of \(all)")
  }

  @Test("Of two passages alike the one is found that stands behind the same text; without that neither is")
  func alike() {
    var scans = Scans(chance: RandomSource(seed: 3))
    let page = scans.page(paragraphs: 12)
    let twice = page[0..<4] + [page[8]] + page[4...]
    let second = anchor(9, in: Array(twice))
    var finder = AnchorFinder(issue(["新的一行"] + twice))
    #expect(finder.find(second)?.start == SourcePosition(page: 1, line: 11))
    var gone = AnchorFinder(issue([page[8], "", page[8]]))
    #expect(gone.find(second) == nil)
  }

  @Test("A passage of a page that is there no more is not found anywhere else")
  func gone() {
    var scans = Scans(chance: RandomSource(seed: 5))
    let (one, other) = (scans.page(), scans.page())
    var finder = AnchorFinder(issue(other))
    #expect(one.indices.allSatisfy { finder.find(anchor($0, in: one)) == nil })
  }

  @Test("A passage is found on a page that has another number now")
  func otherPage() {
    var scans = Scans(chance: RandomSource(seed: 6))
    let (first, second) = (scans.page(), scans.page())
    let place = anchor(5, in: first)
    let pages = [(1, second), (2, first)].map {
      Page(number: $0.0, path: "\($0.0)", text: PageText($0.1.joined(separator: "\n")))
    }
    var finder = AnchorFinder(Issue(id: "a", pages: pages, articles: []))
    #expect(finder.find(place)?.start == SourcePosition(page: 2, line: 6))
  }
}
