import Text

/// Letters, and what stands among them, that are looked for as the readings of hanzi: each hanzi by its whole syllable
/// or by its initial, in any mixture. Letters and digits of the text stand for themselves, whole words of them:
/// `5gjishu` is 5G技术.
struct PinyinPattern: Sendable, Equatable {
  /// Folded scalars, u with dots as v, without what divides syllables; at most 63.
  private var elements: [UInt32] = []
  /// Bit n: no syllable goes across the place before element n.
  private(set) var breaks: UInt64 = 0
  /// True if readings count that only the great dictionaries have.
  let rare: Bool

  /// Nil where there are no letters to read, or a capital says that letters are meant as letters.
  /// - Parameters:
  ///   - rare: true if readings count that only the great dictionaries have.
  ///   - tones: true if digits are the tones of syllables; nil where not all of them can be.
  init?(_ text: String, rare: Bool, tones: Bool = false) {
    self.rare = rare
    guard !text.unicodeScalars.contains(where: { $0.properties.isUppercase }) else { return nil }
    let scalars = Array(String(decoding: FoldedText(text).bytes, as: UTF8.self).unicodeScalars)
    guard !tones || Self.areToned(scalars) else { return nil }
    for (index, scalar) in scalars.enumerated() {
      let isTone = tones && (0x30...0x39).contains(scalar.value)
      let divides = " '".unicodeScalars.contains(scalar)
      let besideLetters = isLetter(scalars, index - 1) || isLetter(scalars, index + 1)
      if isTone || divides && besideLetters {
        breaks |= 1 << UInt64(min(63, elements.count))
      } else if scalar.value == 0x308, elements.last == 0x75 {
        elements[elements.count - 1] = 0x76
        // Marks on letters are tones.
      } else if scalar.properties.canonicalCombiningClass == .notReordered || !(elements.last.map(isLetter) ?? false) {
        elements.append(scalar.value)
      }
    }
    guard elements.contains(where: isLetter), elements.count < 64 else { return nil }
  }

  /// True if a match can begin with a folded scalar.
  func canBegin(_ scalar: UInt32, _ table: ReadingsTable) -> Bool {
    guard isLetter(elements[0]), scalar != elements[0] else { return scalar == elements[0] }
    guard let readings = table[scalar] else { return false }
    return readings.initials(rare: rare) & letters(elements[0]) != 0
  }

  /// The end of the shortest match that starts at an offset; nil where none does.
  /// - Parameter isCut: set where one would end here, if it did not end within a word.
  /// - Complexity: O(length of the match); all ways to divide the letters are followed at once.
  func end(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ table: ReadingsTable, isCut: inout Bool
  ) -> Int? {
    var scalars = ScalarCursor(bytes, from: start)
    if let first = scalars.current, isLetter(first), start > 0, isWord(UInt32(bytes[start - 1])) { return nil }
    // Bit n: what has been passed can stand for the first n elements.
    var states: UInt64 = 1
    let whole = whole
    while states & whole == 0 {
      guard states != 0, let scalar = scalars.current else { return nil }
      scalars.advance()
      states = step(states, scalar, table)
      let isWithinWord = isLetter(scalar) && scalars.current.map(isWord) ?? false
      if isWithinWord {
        isCut = isCut || states & whole != 0
        states &= ~whole
      }
    }
    return scalars.offset
  }

  /// The scalars of the pattern.
  var scalars: [UInt32] { elements }

  /// The elements before which one character from an element on can end.
  func ends(from place: Int, _ table: ReadingsTable) -> [Int] {
    guard place < elements.count else { return [] }
    let ends = table.syllables.reduce(1 << UInt64(place + 1)) { $0 | self.ends(of: $1, from: place) }
    return (place + 1...elements.count).filter { ends >> UInt64($0) & 1 == 1 }
  }

  /// The bit of the state in which all of it has been passed.
  var whole: UInt64 { 1 << UInt64(elements.count) }

  /// The states after a character has been passed.
  func step(_ states: UInt64, _ scalar: UInt32, _ table: ReadingsTable) -> UInt64 {
    guard let readings = table[scalar] else { return step(states, scalar) }
    var (left, next) = (states, UInt64(0))
    let initials = readings.initials(rare: rare)
    while left != 0 {
      let place = left.trailingZeroBitCount
      left &= left - 1
      if elements[place] == scalar {
        next |= 1 << UInt64(place + 1)
      } else if isLetter(elements[place]), initials & letters(elements[place]) != 0 {
        for index in 0..<readings.count(rare: rare) { next |= ends(of: readings[index], from: place) }
      }
    }
    return next
  }

  /// The same for a character that has no reading.
  private func step(_ states: UInt64, _ scalar: UInt32) -> UInt64 {
    var (left, next) = (states, UInt64(0))
    while left != 0 {
      let place = left.trailingZeroBitCount
      left &= left - 1
      if elements[place] == scalar { next |= 1 << UInt64(place + 1) }
    }
    return next
  }

  /// The states after a syllable, or its initial, has been passed from an element on.
  private func ends(of syllable: UnsafePointer<UInt8>, from place: Int) -> UInt64 {
    var ends: UInt64 = 0
    // Letters of the syllable, and elements that stand for them.
    var (length, end) = (0, place)
    while length < 8, syllable[length] != 0, end < elements.count {
      guard length == 0 || breaks & 1 << UInt64(end) == 0 else { return ends }
      let letter = UInt32(syllable[length])
      if Self.isTyped(elements[end], for: letter) {
        end += 1
      } else if letter == 0x76, end + 1 < elements.count, elements[end] == 0x79, elements[end + 1] == 0x75 {
        // lyu and nyu, as passports write lü and nü.
        end += 2
      } else {
        return ends
      }
      length += 1
      let isInitial = length == 1 || length == 2 && letter == 0x68
      if isInitial || length == 8 || syllable[length] == 0 { ends |= 1 << UInt64(end) }
    }
    return ends
  }

  /// ü is typed as v or as u.
  static func isTyped(_ typed: UInt32, for letter: UInt32) -> Bool {
    typed == letter || letter == 0x76 && typed == 0x75
  }
}

// Comparisons of patterns, without any text.
extension PinyinPattern {
  /// True if it begins with the letters of another one, and divides them wherever that one does.
  func beginsLike(_ other: PinyinPattern) -> Bool {
    let divisions = other.breaks & (other.whole - 1)
    return rare == other.rare && elements.starts(with: other.elements) && divisions & ~breaks == 0
  }

  /// True if a syllable can stand for the elements from a place on, in full.
  func matches(_ syllable: [UInt8], at place: Int) -> Bool {
    place + syllable.count <= elements.count
      && !(place + 1..<place + syllable.count).contains { breaks >> UInt64($0) & 1 == 1 }
      && zip(elements[place...], syllable).allSatisfy { Self.isTyped($0, for: UInt32($1)) }
  }
}

/// True for a letter that pinyin is written with.
private func isLetter(_ scalar: UInt32) -> Bool { (0x61...0x7A).contains(scalar) }

/// The letters that a typed one stands for, a bit for each: u is ü, too, whose letter is v.
private func letters(_ typed: UInt32) -> UInt32 { typed == 0x75 ? 1 << 20 | 1 << 21 : 1 << (typed - 0x61) }

/// True for a letter or a digit of such words.
private func isWord(_ scalar: UInt32) -> Bool { isLetter(scalar) || (0x30...0x39).contains(scalar) }

private func isLetter(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
  scalars.indices.contains(index) && isLetter(scalars[index].value)
}
