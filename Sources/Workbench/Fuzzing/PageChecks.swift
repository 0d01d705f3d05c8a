import Newspaper

/// Promises of every parse that an issue breaks, in words; empty if it keeps them all.
func brokenPromises(of issue: Issue) -> [String] {
  let passages = issue.articles.flatMap { $0.blocks.map(\.passage) } + issue.unplaced
  return misplacedLines(of: issue, passages)
    + passages.flatMap { passage in
      issue.page(passage.page).map { faults(of: passage, on: $0.text) } ?? [
        "a passage on page \(passage.page), which is not there"
      ]
    }
}

/// Every non-blank line stands in exactly one passage.
private func misplacedLines(of issue: Issue, _ passages: [Passage]) -> [String] {
  issue.pages.flatMap { page in
    // A page that a file has behind another one begins with a later line.
    let first = page.text.lines.lowerBound
    var counts = Array(repeating: 0, count: page.text.lines.count)
    for passage in passages where passage.page == page.number {
      for line in passage.lines where page.text.lines.contains(line) { counts[line - first] += 1 }
    }
    return page.text.lines.compactMap { line in
      let expected = page.text.line(line).allSatisfy(\.isWhitespace) ? 0...1 : 1...1
      let count = counts[line - first]
      return expected.contains(count) ? nil : "line \(line) stands in \(count) passages"
    }
  }
}

private func faults(of passage: Passage, on page: PageText) -> [String] {
  let lines = passage.lines.filter(page.lines.contains)
  guard lines == passage.lines, let first = lines.first else { return ["a passage of lines \(passage.lines)"] }
  var faults: [String] = []
  if letters(passage.text) != letters(lines.map(page.line).joined()) {
    faults.append("the passage at line \(first) has other letters than its lines")
  }
  if !runsCover(passage) { faults.append("the runs of the passage at line \(first) leave holes or overlap") }
  if let run = untrueRun(passage, page) {
    faults.append("a run of the passage at line \(first) differs from its source: \(run)")
  }
  if !comesBack(passage) { faults.append("a place of the passage at line \(first) does not come back from the source") }
  return faults
}

/// Letters and digits in order; full-width forms count as what they stand for, and marks and spaces not at all.
private func letters(_ text: String) -> [Unicode.Scalar] {
  text.unicodeScalars.compactMap { scalar in
    let folded = (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    let category = folded.properties.generalCategory
    return folded.properties.isAlphabetic || category == .decimalNumber ? folded : nil
  }
}

private func runsCover(_ passage: Passage) -> Bool {
  var end: Int32 = 0
  for run in passage.runs {
    guard run.offset == end, run.length >= 0 else { return false }
    end += run.length
  }
  return Int(end) == passage.text.utf8.count
}

/// The first run that is as long as its source and has other bytes, or that leads outside its line. One space may stand
/// for one byte of other white space.
private func untrueRun(_ passage: Passage, _ page: PageText) -> Passage.Run? {
  let text = Array(passage.text.utf8)
  return passage.runs.first { run in
    guard passage.lines.contains(Int(run.line)), run.length >= 0, run.sourceLength >= 0 else { return true }
    let line = page.bytes[page.range(ofLine: Int(run.line))]
    let source = Int(run.sourceOffset)..<Int(run.sourceOffset + run.sourceLength)
    let place = Int(run.offset)..<Int(run.offset + run.length)
    guard source.lowerBound >= 0, source.upperBound <= line.count, place.upperBound <= text.count else { return true }
    let bytes = line[line.startIndex + source.lowerBound..<line.startIndex + source.upperBound]
    if run.length != run.sourceLength || text[place].elementsEqual(bytes) { return false }
    return !(text[place].elementsEqual([0x20]) && bytes.allSatisfy { $0 < 0x20 || $0 == 0x7F })
  }
}

/// True if the way from each place to its source and back ends where it began.
private func comesBack(_ passage: Passage) -> Bool {
  passage.runs.allSatisfy { run in
    guard run.length == run.sourceLength, run.length > 0 else { return true }
    return [run.offset, run.offset + run.length / 2, run.offset + run.length - 1].allSatisfy {
      passage.offset(of: passage.sourcePosition(at: Int($0))) == Int($0)
    }
  }
}
