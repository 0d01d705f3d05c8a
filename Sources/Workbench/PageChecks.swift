import Newspaper

/// What an issue breaks of the promises that every parse keeps, in words; empty where it keeps them all.
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
    var count = Array(repeating: 0, count: page.text.lineCount + 1)
    for passage in passages where passage.page == page.number {
      for line in passage.lines where count.indices.contains(line) { count[line] += 1 }
    }
    return (1..<max(1, count.count)).compactMap { line in
      let expected = page.text.line(line).allSatisfy(\.isWhitespace) ? 0...1 : 1...1
      return expected.contains(count[line]) ? nil : "line \(line) stands in \(count[line]) passages"
    }
  }
}

private func faults(of passage: Passage, on page: PageText) -> [String] {
  let lines = passage.lines.filter { (1...max(1, page.lineCount)).contains($0) }
  guard lines == passage.lines, let first = lines.first else { return ["a passage of lines \(passage.lines)"] }
  var faults: [String] = []
  if letters(passage.text) != letters(lines.map(page.line).joined()) {
    faults.append("the passage at line \(first) has other letters than its lines")
  }
  if !runsCover(passage) { faults.append("the runs of the passage at line \(first) leave holes or overlap") }
  if !runsAreTrue(passage, page) { faults.append("a run of the passage at line \(first) differs from its source") }
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

/// A run as long as its source has its source's bytes.
private func runsAreTrue(_ passage: Passage, _ page: PageText) -> Bool {
  let text = Array(passage.text.utf8)
  return passage.runs.allSatisfy { run in
    guard passage.lines.contains(Int(run.line)), run.length >= 0, run.sourceLength >= 0 else { return false }
    let line = page.range(ofLine: Int(run.line))
    let source = line.lowerBound + Int(run.sourceOffset)..<line.lowerBound + Int(run.sourceOffset + run.sourceLength)
    let place = Int(run.offset)..<Int(run.offset + run.length)
    guard source.lowerBound >= line.lowerBound, source.upperBound <= line.upperBound else { return false }
    guard run.length == run.sourceLength, place.upperBound <= text.count else { return run.length != run.sourceLength }
    return text[place].elementsEqual(page.bytes[source])
  }
}

/// Where text has a source, the way there and back ends where it began.
private func comesBack(_ passage: Passage) -> Bool {
  passage.runs.allSatisfy { run in
    guard run.length == run.sourceLength, run.length > 0 else { return true }
    return [run.offset, run.offset + run.length / 2, run.offset + run.length - 1].allSatisfy {
      passage.offset(of: passage.sourcePosition(at: Int($0))) == Int($0)
    }
  }
}
