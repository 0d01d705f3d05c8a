import Text

extension FoldedIssue {
  /// The places at which the folded text is not, scalar by scalar, as long as the repaired text.
  /// - Parameter base: the start of the issue's text in its segment.
  func exceptions(base: Int) -> [SegmentException] {
    var exceptions = Exceptions(base: base)
    var run = 0
    for index in entries.indices {
      var text = entries[index].text
      text.withUTF8 { source in run = exceptions.add(source, of: self, entry: index, fromRun: run) }
    }
    return exceptions.list
  }
}

private struct Exceptions {
  let base: Int
  var list: [SegmentException] = []

  /// Adds the exceptions of an entry's runs.
  /// - Returns: the first run of the next entry.
  mutating func add(
    _ source: UnsafeBufferPointer<UInt8>, of issue: FoldedIssue, entry: Int, fromRun first: Int
  ) -> Int {
    let (runs, bytes) = (issue.text.runs, issue.text.bytes)
    let entryEnd = issue.foldedEnd(ofEntry: entry)
    var passed = 0
    var index = first
    var end = issue.entries[entry].folded
    while index < runs.count, Int(runs[index].folded) < entryEnd {
      let run = runs[index]
      let start = Int(run.folded)
      end = index + 1 < runs.count ? Int(runs[index + 1].folded) : bytes.count
      index += 1
      // The separator behind an entry has a run of its own without source.
      if bytes[start] == FoldedText.separator {
        end = start
        break
      }
      gap(at: start, source, passed..<max(passed, Int(run.source)))
      passed = max(passed, Int(run.source))
      if run.length == FoldedText.Run.characterByCharacter {
        passed += end - start
      } else {
        whole(start..<end, bytes, source, passed..<passed + Int(run.length))
        passed += Int(run.length)
      }
    }
    gap(at: end, source, passed..<source.count)
    return index
  }

  /// Adds text that folding removed.
  private mutating func gap(at offset: Int, _ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    add(offset, more: source.scalarCount(in: range), length: 0)
  }

  /// Adds a run that stands for its source as a whole.
  private mutating func whole(
    _ folded: Range<Int>, _ bytes: [UInt8], _ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) {
    let isOne = UTF8.width(bytes[folded.lowerBound]) == folded.count
    if isOne, !range.isEmpty, UTF8.width(source[range.lowerBound]) == range.count { return }
    let count = bytes.withUnsafeBufferPointer { $0.scalarCount(in: folded) }
    add(folded.lowerBound, more: source.scalarCount(in: range) - count, length: folded.count)
  }

  private mutating func add(_ offset: Int, more: Int, length: Int) {
    var left = more
    repeat {
      let part = Int16(clamping: left)
      list.append(SegmentException(text: UInt32(base + offset), more: part, length: UInt16(clamping: length)))
      left -= Int(part)
    } while left != 0
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The number of scalars that start in a range, without separators.
  func scalarCount(in range: Range<Int>) -> Int {
    var count = 0
    for offset in range where self[offset] & 0xC0 != 0x80 && self[offset] != FoldedText.separator { count += 1 }
    return count
  }
}
