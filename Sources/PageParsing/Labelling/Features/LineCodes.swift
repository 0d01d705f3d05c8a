import Text

/// The properties of a page's lines, as rows of small numbers.
struct LineCodes {
  static let width = LineCode.allCases.count

  /// A row for each line, with two empty ones before and three behind.
  private var codes: [UInt8]

  private static let before = 2
  private static let behind = 3

  init(count: Int) {
    codes = [UInt8](repeating: 0, count: (count + Self.before + Self.behind) * Self.width)
  }

  /// The place of a line's property in `codes`; lines from two before the first to three behind the last have one.
  @inline(__always)
  static func place(_ line: Int, _ code: LineCode) -> Int { (line + before) * width + code.rawValue }

  subscript(line: Int, code: LineCode) -> Int {
    get { Int(codes[Self.place(line, code)]) }
    set { codes[Self.place(line, code)] = UInt8(truncatingIfNeeded: newValue) }
  }

  /// Calls a function with the properties of a line: those of others stand at the offsets that `place` gives from 0.
  @inline(__always)
  func withLine(_ line: Int, _ body: (UnsafePointer<UInt8>) -> Void) {
    codes.withUnsafeBufferPointer { codes in
      if let start = codes.baseAddress { body(start + line * Self.width) }
    }
  }
}

/// The number of thresholds that a value reaches, from 1.
@inline(__always)
func bucket<Value: Comparable>(_ value: Value, _ thresholds: [Value]) -> Int {
  var found = 1
  for threshold in thresholds {
    if value < threshold { break }
    found += 1
  }
  return found
}

extension PageReading {
  /// The properties of all lines that are no repeats.
  func lineCodes() -> LineCodes {
    var codes = LineCodes(count: judged.count)
    let repeats = repeatsAround()
    for (line, facts) in judged.enumerated() {
      let hanzi = facts.width / 2
      codes[line, .length] = bucket(hanzi, CodeBounds.length)
      codes[line, .size] = bucket(hanzi, CodeBounds.size)
      codes[line, .fit] = fit(facts.evidence)
      (codes[line, .end], codes[line, .close]) = end(facts)
      codes[line, .begin] = begin(facts)
      codes[line, .opening] = opening(facts)
      codes[line, .pauses] = pauses(facts.evidence)
      codes[line, .spaces] = facts.evidence.contains(.parts) ? 3 : facts.hasSpaces ? 2 : 1
      codes[line, .open] =
        1 + (facts.evidence.contains(.leavesOpen) ? 1 : 0) + (facts.evidence.contains(.startsInside) ? 2 : 0)
      codes[line, .form] = form(facts.evidence)
      codes[line, .tail] = tail(facts)
      codes[line, .sign] = sign(facts)
      codes[line, .blanks] = bucket(facts.line.blankBefore, [1, 2, 3])
      codes[line, .letterCase] =
        facts.evidence.contains(.capitals)
        ? 2 : facts.evidence.contains(.raisedWords) ? 3 : facts.evidence.contains(.goesOnBelow) ? 4 : 1
      codes[line, .repeats] = repeats[line]
      codes[line, .hand] = handLabels[line].rawValue + 1
    }
    addRanks(&codes)
    addDistances(&codes)
    addOverlaps(&codes)
    return codes
  }

  private func fit(_ evidence: LineEvidence) -> Int {
    evidence.contains(.fillsMeasure)
      ? 2 : evidence.contains(.exceedsMeasure) ? 3 : evidence.contains(.fallsShortOfMeasure) ? 4 : 1
  }

  /// The last character, and the one before a closing bracket or quotation mark.
  private func end(_ facts: LineFacts) -> (fine: Int, coarse: Int) {
    let range = facts.line.range
    let last = scan.lettering[range.upperBound - 1]
    if last.isClosing {
      var inner = range.upperBound - 1
      while inner > range.lowerBound, scan.lettering[inner].isClosing { inner -= 1 }
      let stops = scan.lettering[inner] == .stop || scan.lettering[inner] == .period
      if stops { return (1, 1) }
      return last == .closeBracket ? (scan.scalars[range.upperBound - 1] == 0x300B ? 2 : 3, 3) : (4, 3)
    }
    switch last {
    case .stop: return facts.evidence.contains(.endsSentence) ? (5, 1) : (6, 2)
    case .pause: return (7, 4)
    case .colon: return (8, 5)
    case .dash: return (9, 5)
    case .period: return (10, 1)
    case .ellipsis: return (11, 2)
    case .digit: return (12, 6)
    case .latin: return (13, 6)
    case .hanzi: return (facts.evidence.contains(.endsLeadingOn) ? 14 : 15, 6)
    case .bullet, .interpunct: return (16, 6)
    default: return (17, 6)
    }
  }

  private func begin(_ facts: LineFacts) -> Int {
    let first = facts.line.range.lowerBound
    let scalar = scan.scalars[first]
    switch scan.lettering[first] {
    case .hanzi: return chineseNumeral(scalar) != nil ? 2 : 1
    case .digit: return facts.evidence.contains(.item) ? 4 : 3
    case .latin: return (0x61...0x7A).contains(scalar) ? 6 : 5
    case .openBracket: return scalar == 0x3010 ? 8 : scalar == 0x300A ? 9 : 7
    case .openQuote, .straightQuote: return 10
    case .bullet, .interpunct: return 11
    case .dash: return 12
    case .stop, .pause, .closeBracket, .closeQuote: return 13
    case .ellipsis: return 14
    default: return 15
    }
  }

  private func pauses(_ evidence: LineEvidence) -> Int {
    let count = evidence.contains(.manyPauses) ? 2 : evidence.contains(.onePause) ? 1 : 0
    return 1 + count * 4 + (evidence.contains(.sentenceInside) ? 2 : 0) + (evidence.contains(.callInside) ? 1 : 0)
  }

  private static let forms: [LineFeature] = [
    .folio, .noLetters, .jumpOnly, .turnFrom, .pointer, .credit, .dateline, .byline, .signOff, .signature, .row,
    .speech, .noticeHead, .numberedHead, .label, .deeperHeadingMark, .headingMark, .bareName, .perhapsNames,
    .bracketed, .inStanza, .startsWithDash, .item,
  ]

  private func form(_ evidence: LineEvidence) -> Int {
    (Self.forms.firstIndex { evidence.contains($0) } ?? -1) + 2
  }

  /// For each judged line, whether repeats stand right before or behind it, and whether it is repeated itself.
  private func repeatsAround() -> [Int] {
    guard !repeats.original.isEmpty else { return Array(repeating: 1, count: order.count) }
    let repeated = Set(repeats.original.values)
    return order.map { index in
      let before = repeats.original[index - 1] != nil
      let behind = repeats.original[index + 1] != nil
      return 1 + (before ? 1 : 0) + (behind ? 2 : 0) + (repeated.contains(index) ? 4 : 0)
    }
  }

  private func addDistances(_ codes: inout LineCodes) {
    var since = 0
    for line in judged.indices {
      codes[line, .since] = bucket(since, [1, 2, 3, 4, 6, 10])
      since = handLabels[line] == .headStart ? 0 : since + 1
    }
    var until = 0
    for line in judged.indices.reversed() {
      codes[line, .until] = bucket(until, [1, 2, 3, 4, 6, 10])
      until = handLabels[line] == .headStart ? 0 : until + 1
    }
  }

  private func addRanks(_ codes: inout LineCodes) {
    guard !judged.isEmpty else { return }
    var shorter = [Int](repeating: 0, count: 258)
    for line in judged { shorter[min(line.width, 255) + 1] += 1 }
    for width in 1..<258 { shorter[width] += shorter[width - 1] }
    for (line, facts) in judged.enumerated() {
      codes[line, .rank] = 1 + shorter[min(facts.width, 255)] * 10 / judged.count
    }
  }
}

/// From where on values fall into the next bucket.
enum CodeBounds {
  static let length = [3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20, 23, 26, 30, 36, 45, 60, 90, 150, 300]
  static let size = [5, 9, 15, 23, 33, 61, 121]
  static let share: [Double] = [-0.3, -0.12, -0.02, 0.02, 0.12, 0.25, 0.45]
}
