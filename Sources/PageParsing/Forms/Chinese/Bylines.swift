import Newspaper
import Text

/// 署名: who wrote something, as a line of its own or between the brackets of a dateline.
extension Wording {
  /// The people that the characters name, where they do nothing else: `■本报记者 陈 润`, `记者 罗文鹏 通讯员 段凯`.
  /// - Parameter isMarked: the place itself says that names stand here, so they need no word like 记者.
  func people(isMarked: Bool) -> [Person]? {
    if let writers = englishByline() { return writers }
    var reading = self
    var marked = isMarked
    while let kind = reading.nextLettering, kind == .bullet || kind == .openBracket || kind == .space || kind == .dash {
      if kind == .bullet { marked = true }
      reading.position += 1
    }
    if reading.takePicturesToo() { marked = true }
    // Nothing says of most lines that they name people: they are told before any name is made of them. Signs stand before
    // heads and items of lists, too, but people behind them begin with a surname.
    let isSigned = marked && (reading.nextLettering != .hanzi || reading.beginsLikeName)
    guard isMarked || isSigned || reading.mayHoldProfession else { return nil }
    var found = NameList()
    while let token = reading.takeToken() {
      guard reading.read(token, into: &found) else { return nil }
    }
    return found.finished(isMarked: marked)
  }

  /// Takes `文/图`, who wrote also took the pictures.
  private mutating func takePicturesToo() -> Bool {
    guard position + 3 < end, Word.textAndPicture.scalars.contains(next ?? 0),
      Word.textAndPicture.scalars.contains(HanziForms.simplified(scalars[position + 2])),
      !lettering[position + 1].isLetter
    else { return false }
    position += 3
    return true
  }

  /// True if a surname comes next, or the characters have the dot of foreign names.
  private var beginsLikeName: Bool {
    Surnames.mayBegin(with: scalars[position]) || (position..<end).contains { scalars[$0] == 0xB7 }
  }

  /// False if no word of a profession stands in the characters.
  private var mayHoldProfession: Bool {
    let (scalars, professions) = (scalars.buffer, Word.professions)
    return (position..<end).contains { scalars[$0] >= 0x2E80 && has(professions, at: $0) }
  }

  /// The end of the words of a profession, if a run of letters has them: 本报记者…, 通讯员….
  private func roleEnd(in token: Range<Int>) -> Int? {
    for place in token.prefix(12) where may(Word.professions, startAt: place) {
      for word in Word.professions.words where place + word.scalars.count <= token.upperBound && has(word, at: place) {
        return place + word.scalars.count
      }
    }
    return nil
  }

  /// The next run of letters; marks between names are passed over.
  private mutating func takeToken() -> Range<Int>? {
    while position < end, !lettering[position].isLetter {
      position += 1
    }
    let start = position
    while position < end, lettering[position].isLetter || lettering[position] == .interpunct { position += 1 }
    return start < position ? start..<position : nil
  }

  /// Reads a run as a role, a name, or a role with a name behind it.
  private func read(_ token: Range<Int>, into found: inout NameList) -> Bool {
    if found.isNotEmpty, let role = roleBehindName(in: token) {
      return take(name: token.lowerBound..<role, into: &found) && read(role..<token.upperBound, into: &found)
    }
    guard let roleEnd = roleEnd(in: token) else { return take(name: token, into: &found) }
    found.take(role: string(token.lowerBound..<roleEnd))
    let rest = roleEnd..<token.upperBound
    guard !rest.isEmpty else { return true }
    let next = nextOutlet(in: rest) ?? rest.upperBound
    guard take(name: rest.lowerBound..<next, into: &found) else { return false }
    return next == rest.upperBound || read(next..<rest.upperBound, into: &found)
  }

  /// The place of a role behind a name, if a run that the scan left without spaces begins with one: 江平宁|通讯员….
  private func roleBehindName(in token: Range<Int>) -> Int? {
    guard Surnames.mayBegin(with: scalars[token.lowerBound]), let role = nextOutlet(in: token),
      (2...Thresholds.name).contains(role - token.lowerBound)
    else { return nil }
    return Word.outletEnds.scalars.contains(HanziForms.simplified(scalars[role - 1])) ? nil : role
  }

  private func take(name: Range<Int>, into found: inout NameList) -> Bool {
    if name.count > 3, name.allSatisfy({ lettering[$0] == .hanzi }) {
      let surnames = Surnames(scalars: scalars)
      let starts = surnames.starts(in: name) ?? (found.hasRole ? surnames.startsOfTwo(in: name) : nil)
      guard let starts, starts.count > 1 else {
        return mayBeName(name) && found.take(name: string(name), length: name.count)
      }
      for (start, end) in zip(starts, starts.dropFirst() + [name.upperBound]) {
        guard found.take(name: string(start..<end), length: end - start) else { return false }
      }
      return true
    }
    // Most lines are none of names: they are told before their text is made.
    return mayBeName(name) && found.take(name: string(name), length: name.count)
  }

  /// True if some characters can be a name by their number: long ones are foreign (with ·, which Greek has as a letter)
  /// or in Latin letters.
  private func mayBeName(_ range: Range<Int>) -> Bool {
    switch range.count {
    case ...Thresholds.nameBehindRole: true
    case ...Thresholds.latinName:
      scalars[range.lowerBound] < 0x80
        || range.count <= Thresholds.foreignName && range.contains { scalars[$0] == 0xB7 || scalars[$0] == 0x387 }
    default: false
    }
  }

  /// The place of another role within a run that the scan left without spaces: 史照栋|新华社记者….
  private func nextOutlet(in range: Range<Int>) -> Int? {
    range.dropFirst(2).first { place in
      part(place..<range.upperBound).has(Word.roleStarts, at: place)
    }
  }

  /// The characters as text, without white space but between words in narrow letters.
  func string(_ range: Range<Int>) -> String {
    String(unsafeUninitializedCapacity: range.count * 4) { text in
      var length = 0
      for index in range {
        var scalar = Unicode.Scalar(scalars[index]) ?? "\u{FFFD}"
        if lettering[index] == .space {
          let next = index + 1
          guard index > range.lowerBound, next < range.upperBound, scalars[index - 1] < 0x2E80,
            scalars[next] < 0x2E80, lettering[next] != .space
          else { continue }
          scalar = " "
        }
        for unit in scalar.utf8 { (text[length], length) = (unit, length + 1) }
      }
      return length
    }
  }
}

/// Names as they are read, with the alignment space of two-character names taken out (陈 润).
private struct NameList {
  private var people: [Person] = []
  private var role = ""
  private var roleIsOpen = false
  private var half = ""

  /// True behind a role or a name.
  var isNotEmpty: Bool { roleIsOpen || !people.isEmpty }

  /// True where a word of a profession stands before the name.
  var hasRole: Bool { roleIsOpen }

  mutating func take(role text: String) {
    closeRole()
    role = text
    roleIsOpen = true
  }

  /// - Returns: false if this can be no name.
  mutating func take(name: String, length: Int) -> Bool {
    guard
      length <= Thresholds.name || name.utf8.first.map({ $0 < 0x80 }) == true && length <= Thresholds.latinName
        || (length <= Thresholds.foreignName && name.contains("·"))
        || (length <= Thresholds.nameBehindRole && roleIsOpen)
    else { return false }
    if length == 1 {
      half += name
      guard half.unicodeScalars.count == 2 else { return true }
      people.append(Person(role: role, name: half))
      half = ""
    } else {
      people.append(Person(role: role, name: name))
    }
    roleIsOpen = false
    return true
  }

  /// - Returns: nil if nobody is named, or nothing says that these are names.
  mutating func finished(isMarked: Bool) -> [Person]? {
    closeRole()
    guard half.isEmpty, !people.isEmpty else { return nil }
    return isMarked || people.contains { !$0.role.isEmpty } ? people : nil
  }

  /// A role without a name stands for its bearer: 本报评论员.
  private mutating func closeRole() {
    if roleIsOpen { people.append(Person(role: role, name: role)) }
    roleIsOpen = false
  }
}

extension Word {
  static let by = Word("By")
  fileprivate static let textAndPicture = Word("文图")
  fileprivate static let professions: WordList = [
    "记者", "通讯员", "评论员", "实习生", "编辑", "特约撰稿人", "撰稿人", "撰稿", "摄影", "观察员", "特派员", "整理", "编译",
  ]
  /// The last characters of those whom a reporter works for: 晨报记者, 电台记者.
  fileprivate static let outletEnds = Word("报刊社台网版部")
  fileprivate static let roleStarts: WordList = ["本报", "本刊", "本网", "新华社", "特约", "实习", "记者", "通讯员"]
}
