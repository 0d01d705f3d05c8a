import Newspaper

extension Passage {
  /// Gives it another text. Characters that stay keep their way back to the scan; others stand at the place of the ones
  /// before them.
  mutating func correct(_ new: String) {
    guard new != text else { return }
    let (old, characters) = (Array(text), Array(new))
    var removed = Set<Int>(), inserted = Set<Int>()
    for change in characters.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var starts: [Int] = []
    var offset = 0
    for character in old {
      starts.append(offset)
      offset += character.utf8.count
    }
    var kept = old.indices.filter { !removed.contains($0) }.makeIterator()
    var made: [Run] = []
    offset = 0
    for (index, character) in characters.enumerated() {
      let length = character.utf8.count
      if !inserted.contains(index), let source = kept.next() {
        add(runs(of: starts[source]..<starts[source] + length, at: offset), to: &made)
      } else {
        let place = sourcePosition(at: made.last.map { _ in offset } == nil ? 0 : min(offset, text.utf8.count))
        let (line, at) =
          made.last.map { (Int($0.line), Int($0.sourceOffset + $0.sourceLength)) } ?? (place.line, place.offset)
        made.append(Run(offset: offset, length: length, line: line, sourceOffset: at, sourceLength: 0))
      }
      offset += length
    }
    repairs.append(Repair(.corrected, line: sourceLines.first ?? 1, because: .byAPerson))
    (text, runs) = (new, made)
  }

  /// The runs of a stretch of the text, as if it stood at another offset.
  private func runs(of range: Range<Int>, at start: Int) -> [Run] {
    runs.filter { Int($0.offset) < range.upperBound && Int($0.offset + $0.length) > range.lowerBound }.map { run in
      let from = max(Int(run.offset), range.lowerBound)
      let length = min(Int(run.offset + run.length), range.upperBound) - from
      let isExact = run.length == run.sourceLength
      return Run(
        offset: start + from - range.lowerBound, length: length, line: Int(run.line),
        sourceOffset: Int(run.sourceOffset) + (isExact ? from - Int(run.offset) : 0),
        sourceLength: isExact ? length : Int(run.sourceLength))
    }
  }

  /// Appends runs; those that go on where the last one ends become one with it.
  private func add(_ new: [Run], to runs: inout [Run]) {
    for run in new {
      if let last = runs.last, last.line == run.line, last.sourceOffset + last.sourceLength == run.sourceOffset,
        last.length == last.sourceLength, run.length == run.sourceLength, run.length > 0
      {
        runs[runs.count - 1].length += run.length
        runs[runs.count - 1].sourceLength += run.sourceLength
      } else {
        runs.append(run)
      }
    }
  }

  /// Goes on with another passage of its page.
  mutating func append(_ next: Passage) {
    let start = Int32(text.utf8.count)
    text += next.text
    lines += next.lines
    runs += next.runs.map { run in
      var run = run
      run.offset += start
      return run
    }
    repairs += next.repairs + [Repair(.joined, line: next.sourceLines.first ?? 1, because: .byAPerson)]
  }

  /// Ends at an offset of its text.
  /// - Returns: the rest.
  mutating func cut(at offset: Int) -> Passage {
    let index = text.utf8.index(text.startIndex, offsetBy: offset)
    var rest = self
    rest.runs = runs(of: offset..<text.utf8.count, at: 0)
    rest.text = String(text[index...])
    runs = runs(of: 0..<offset, at: 0)
    text = String(text[..<index])
    let first = Set(runs.map { Int($0.line) })
    (lines, rest.lines) = (lines.filter(first.contains), lines.filter { !first.contains($0) })
    return rest
  }
}
