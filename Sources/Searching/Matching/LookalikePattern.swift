import Resources
import Text

/// A text that is looked for as a scan may have misread it: one character in four may be one that looks alike.
struct LookalikePattern: Sendable, Equatable {
  private struct Element: Sendable, Equatable {
    var scalar: UInt32
    var others: [UInt32]
  }

  private let elements: [Element]
  /// For each element the letters that begin there and are taken for others.
  private let swaps: [[Swap]]
  /// True if there are any.
  private let hasSwaps: Bool
  /// The number of characters that may differ.
  private let allowance: Int
  /// The signs that scans and people write for a character that cannot be read: �, □, 〓.
  private static let unread: [UInt32] = [0xFFFD, 0x25A1, 0x3013]

  /// - Parameter folded: UTF-8, not empty.
  init(_ folded: [UInt8]) {
    elements = String(decoding: folded, as: UTF8.self).unicodeScalars.map {
      Element(scalar: $0.value, others: Lookalikes.common.others(of: $0.value))
    }
    allowance = max(1, elements.count / 4)
    let scalars = elements.map(\.scalar)
    swaps = scalars.indices.map { place in
      Swap.all.filter { scalars[place...].starts(with: $0.letters) }
    }
    hasSwaps = swaps.contains { !$0.isEmpty }
  }

  /// Letters that scans take for a different number of letters.
  private struct Swap: Sendable, Equatable {
    var letters: [UInt32]
    var others: [UInt32]

    init(_ letters: String, _ others: String) {
      (self.letters, self.others) = (letters.unicodeScalars.map(\.value), others.unicodeScalars.map(\.value))
    }

    static let all =
      [("rn", "m"), ("ii", "u"), ("li", "h"), ("cl", "d"), ("vv", "w"), ("ni", "m"), ("in", "m")].flatMap {
        [Swap($0, $1), Swap($1, $0)]
      } + [Swap("tt", "pp"), Swap("pp", "tt"), Swap("ff", "ss"), Swap("ss", "ff")]
  }

  /// True if a match can begin with a folded scalar.
  func canBegin(_ scalar: UInt32) -> Bool {
    elements[0].scalar == scalar || isTaken(scalar, for: elements[0]) || swaps[0].contains { $0.others[0] == scalar }
  }

  private func isTaken(_ scalar: UInt32, for element: Element) -> Bool {
    element.others.contains(scalar) || Self.unread.contains(scalar)
  }

  /// The end of the match that starts at an offset; nil where none does, or where no character differs.
  func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    if hasSwaps { return end(ScalarCursor(bytes, from: start), 0, 0) }
    var scalars = ScalarCursor(bytes, from: start)
    var differences = 0
    for element in elements {
      guard let scalar = scalars.current else { return nil }
      if scalar != element.scalar {
        guard differences < allowance, isTaken(scalar, for: element) else { return nil }
        differences += 1
      }
      scalars.advance()
    }
    return differences > 0 ? scalars.offset : nil
  }

  /// The same from an element on, trying the swaps that begin at each.
  private func end(_ cursor: ScalarCursor, _ place: Int, _ differences: Int) -> Int? {
    guard place < elements.count else { return differences > 0 ? cursor.offset : nil }
    if let scalar = cursor.current {
      let isSame = scalar == elements[place].scalar
      if isSame || differences < allowance && isTaken(scalar, for: elements[place]) {
        var next = cursor
        next.advance()
        if let end = end(next, place + 1, differences + (isSame ? 0 : 1)) { return end }
      }
    }
    guard differences < allowance else { return nil }
    for swap in swaps[place] {
      var next = cursor
      let isThere = swap.others.allSatisfy { other in
        defer { next.advance() }
        return next.current == other
      }
      if isThere, let end = end(next, place + swap.letters.count, differences + 1) { return end }
    }
    return nil
  }

  /// True if all its matches begin with the former pattern's text or with a match of it: not more
  /// characters may differ, and no letters are swapped across its end.
  func goesOn(from former: LookalikePattern) -> Bool {
    let end = former.elements.count
    let crosses = swaps.indices.prefix(end).contains { place in swaps[place].contains { place + $0.letters.count > end }
    }
    return allowance <= former.allowance && elements.starts(with: former.elements) && !crosses
  }
}

/// Characters that scans take for each other.
private struct Lookalikes {
  /// The table that the program holds.
  static let common = Lookalikes()

  private var groups: [UInt32: [UInt32]] = [:]

  private init() {
    let bytes = UnsafeBufferPointer(start: bl_lookalikes(), count: bl_lookalikes_length)
    for line in bytes.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      let folded = FoldedText(String(decoding: line, as: UTF8.self)).bytes
      let scalars = String(decoding: folded, as: UTF8.self).unicodeScalars.map(\.value).filter { $0 != 0x20 }
      for scalar in scalars { groups[scalar, default: []] += scalars }
    }
  }

  func others(of scalar: UInt32) -> [UInt32] {
    Set(groups[scalar] ?? []).subtracting([scalar]).sorted()
  }
}
