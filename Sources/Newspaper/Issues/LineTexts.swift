import Text

/// The texts of an issue's lines as numbers, by which a place is found again in a file that changed.
public struct LineTexts: Sendable, Equatable {
  private struct Lines: Sendable, Equatable {
    var first: Int
    /// A hash of the letters of each line; 0 for a line without any.
    var hashes: [UInt32]
  }

  /// A line by its text, and by those of its neighbours that have any.
  public struct Key: Sendable, Hashable {
    fileprivate var own: UInt32
    fileprivate var before: UInt32
    fileprivate var behind: UInt32
    /// True if other lines have the same text, so that it alone does not tell the line.
    fileprivate var isRepeated: Bool
  }

  private var pages: [Int: Lines] = [:]

  /// No lines.
  public init() {}

  /// Reads the lines of an issue.
  /// - Complexity: linear in its text.
  public init(_ issue: Issue) {
    for page in issue.pages {
      let hashes = page.text.bytes.withUnsafeBufferPointer { bytes in
        page.text.lines.map { Self.hash(bytes[page.text.range(ofLine: $0)]) }
      }
      pages[page.number] = Lines(first: page.text.lines.lowerBound, hashes: hashes)
    }
  }

  private static func hash(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    var hasLetters = false
    for byte in line where byte > 0x20 {
      hash = (hash ^ UInt32(byte)) &* 0x0100_0193
      hasLetters = true
    }
    return hasLetters ? max(1, hash) : 0
  }

  /// The key of the line that a place is on; nil for a line that is not there or has no text.
  public func key(at position: SourcePosition) -> Key? {
    guard let page = pages[position.page], let index = index(position, in: page), page.hashes[index] != 0 else {
      return nil
    }
    return key(index, in: page)
  }

  private func index(_ position: SourcePosition, in page: Lines) -> Int? {
    let index = position.line - page.first
    return page.hashes.indices.contains(index) ? index : nil
  }

  private func key(_ index: Int, in page: Lines) -> Key {
    Key(
      own: page.hashes[index], before: page.hashes[..<index].last { $0 != 0 } ?? 0, behind: behind(index, in: page),
      isRepeated: isRepeated(page.hashes[index]))
  }

  private func behind(_ index: Int, in page: Lines) -> UInt32 { page.hashes[(index + 1)...].first { $0 != 0 } ?? 0 }

  private func isRepeated(_ hash: UInt32) -> Bool {
    var count = 0
    for page in pages.values {
      for other in page.hashes where other == hash {
        count += 1
        if count > 1 { return true }
      }
    }
    return false
  }

  /// The place now of a place whose line had a key: itself if it still has, else on the line that is most like it, of
  /// equal ones the nearest. Lines are alike by their own text, or, read anew with other mistakes, by both neighbours,
  /// which tell more than a text that other lines had too.
  public func position(of key: Key, last position: SourcePosition) -> SourcePosition {
    if self.key(at: position) == key { return position }
    var best: (likeness: Int, distance: Int, place: SourcePosition)?
    // Both neighbours together are 4.
    let ownLikeness = key.isRepeated ? 3 : 5
    for (number, page) in pages {
      var before: UInt32 = 0
      for (index, hash) in page.hashes.enumerated() where hash != 0 {
        defer { before = hash }
        guard hash == key.own || before == key.before else { continue }
        let isBehindSame = behind(index, in: page) == key.behind
        guard hash == key.own || isBehindSame else { continue }
        let likeness = (hash == key.own ? ownLikeness : 0) + (before == key.before ? 2 : 0) + (isBehindSame ? 2 : 0)
        let distance = abs(page.first + index - position.line) + (number == position.page ? 0 : 1 << 20)
        if best.map({ (likeness, -distance) > ($0.likeness, -$0.distance) }) ?? true {
          best = (likeness, distance, SourcePosition(page: number, line: page.first + index))
        }
      }
    }
    return best?.place ?? position
  }
}

extension LineTexts.Key {
  /// Three numbers in hexadecimal digits; a fourth, 1, for a line whose text others have too.
  public var text: String {
    ([own, before, behind] + (isRepeated ? [1] : [])).map { String($0, radix: 16) }.joined(separator: "-")
  }

  /// Reads the form that `text` writes.
  public init?(text: some StringProtocol) {
    let numbers = text.split(separator: "-", omittingEmptySubsequences: false).map { UInt32($0, radix: 16) }
    guard 3...4 ~= numbers.count, let own = numbers[0], let before = numbers[1], let behind = numbers[2] else {
      return nil
    }
    self.init(own: own, before: before, behind: behind, isRepeated: numbers.count == 4)
  }
}

extension SourcePosition {
  /// The start of the line that it is on.
  public var lineStart: SourcePosition { SourcePosition(page: page, line: line) }
}

extension IssueMarks {
  /// The starts of the lines that the marks are on.
  var lines: Set<SourcePosition> {
    var lines = Set(read.map(\.lineStart)).union(places.keys.map(\.lineStart))
    lines.formUnion(places.values.map(\.position.lineStart))
    if let article { lines.insert(article.lineStart) }
    return lines
  }

  /// The marks with the keys of their lines.
  public func keyed(by texts: LineTexts) -> IssueMarks {
    var marks = self
    let lines = lines
    marks.keys = keys.filter { lines.contains($0.key) }
    for line in lines { if let key = texts.key(at: line) { marks.keys[line] = key } }
    return marks
  }

  /// The marks where their lines stand now.
  public func moved(to texts: LineTexts) -> IssueMarks {
    var places: [SourcePosition: SourcePosition] = [:]
    for (line, key) in keys { places[line] = texts.position(of: key, last: line) }
    guard places.contains(where: { $0 != $1 }) else { return self }
    func moved(_ position: SourcePosition) -> SourcePosition {
      guard var place = places[position.lineStart] else { return position }
      place.offset = position.offset
      return place
    }
    var marks = IssueMarks(article: article.map(moved), read: Set(read.map(moved)))
    for (start, place) in self.places { marks.places[moved(start)] = Place(moved(place.position), above: place.above) }
    for (line, key) in keys { marks.keys[places[line] ?? line] = key }
    return marks
  }
}
