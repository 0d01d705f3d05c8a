import Newspaper
import Text

/// The people who made an article, as it names them: in its bylines, in the brackets behind its dateline, or below its
/// photo.
struct StoryPeople {
  let scan: PageScan
  let facts: [LineFacts]

  /// Lines over which the brackets behind a dateline may go, and characters of each that are read.
  private static let mostLines = 3
  private static let mostCharacters = 64
  /// Characters that the rest of names in brackets takes at most.
  private static let mostNames = 16
  /// Letters of the longest line that signs with a name and does not look like one.
  private static let longestSignature = 8
  /// Characters before and behind a name within which it may stand in a sentence: a large page has as many.
  private static let mostOfPage = 15_000

  func people(_ story: Story, isPhoto: Bool) -> [Person] {
    let signed = signers(story)
    if !signed.isEmpty { return signed }
    // Not functions in an array, each of which would be made anew for each story.
    var found = openingPeople(story)
    if found.isEmpty { found = peopleInOpening(story) }
    if found.isEmpty { found = peopleOfHead(story) }
    if found.isEmpty { found = peopleAtEnd(story) }
    if found.isEmpty { found = peopleOfLaterDateline(story) }
    if !found.isEmpty { return found }
    if !isPhoto { return [] }
    let credits = story.captions.compactMap { facts[$0].credit?.name }.filter { !$0.isEmpty }
    if let name = credits.first { return [Person(role: "摄", name: name)] }
    guard story.captions.count > 1, let credit = joined(story.captions.suffix(2))?.credit(), !credit.name.isEmpty else {
      return []
    }
    return [Person(role: "摄", name: credit.name)]
  }

  /// Names in brackets behind a dateline, also where a printed line ends before or within the brackets.
  private func openingPeople(_ story: Story) -> [Person] { openingPeople(story.parts[...]) }

  /// The same where a column that was taken in a wrong order, or a name that stands as the first line, comes before.
  private func peopleOfLaterDateline(_ story: Story) -> [Person] {
    if let first = story.parts.first?.lines.first, !facts[first].people.isEmpty { return facts[first].people }
    let place = story.parts.indices.dropFirst().first { place in
      story.parts[place].lines.first.map { facts[$0].dateline != nil } == true
    }
    return place.map { openingPeople(story.parts[$0...]) } ?? []
  }

  private func openingPeople(_ parts: ArraySlice<Story.Part>) -> [Person] {
    let opening = parts.prefix { $0.role == .start }.prefix(Self.mostLines).flatMap(\.lines)
      .prefix(Self.mostLines)
    guard let first = opening.first, let dateline = facts[first].dateline else { return [] }
    if let range = dateline.people {
      return Wording(scan, range).people(isMarked: true) ?? peopleBeforeBreak(first, from: range.lowerBound - 1)
    }
    let rest = dateline.end..<facts[first].line.range.upperBound
    guard rest.isEmpty || scan.lettering[rest.lowerBound] == .openBracket, rest.count < Self.mostCharacters else {
      return []
    }
    if let reading = joined(opening), let range = reading.dateline()?.people,
      let people = reading.part(range).people(isMarked: true)
    {
      return people
    }
    let further = opening.dropFirst().lazy.compactMap(peopleBeforeBracket).first ?? []
    return peopleBeforeBreak(first, from: rest.lowerBound) + further.filter(isLikely)
  }

  /// Names behind 记者 in brackets that another column's text goes on within: those that are whole before it.
  private func peopleBeforeBreak(_ line: Int, from bracket: Int) -> [Person] {
    let range = bracket..<facts[line].line.range.upperBound
    let wording = Wording(scan, range)
    guard let role = range.dropFirst().first(where: { scan.lettering[$0] == .hanzi }),
      wording.has(Word.reporters, at: role)
    else { return [] }
    let end = (role + 2..<range.upperBound).first { !scan.lettering[$0].mayStandAmongNames } ?? range.upperBound
    var people: [Person] = []
    var runs = (role + 2..<min(end, role + 2 + Self.mostNames)).split { scan.lettering[$0] != .hanzi }[...]
    while let run = runs.popFirst() {
      let isWhole = (2...3).contains(run.count) && run.endIndex < end
      let surnames = Surnames(scalars: scan.scalars)
      guard let length = isWhole ? run.count : surnames.lengthOfFirst(in: run.startIndex..<run.endIndex),
        Surnames.mayBegin(with: scan.scalars[run.startIndex])
      else { break }
      people.append(Person(role: "记者", name: wording.string(run.startIndex..<run.startIndex + length)))
      if !isWhole { break }
    }
    return people
  }

  /// Names behind 记者 in the first lines: up to a closing bracket, also where the opening one is lost, or before 本报讯,
  /// where a byline and the text ran together.
  private func peopleInOpening(_ story: Story) -> [Person] {
    for line in story.parts.prefix(Self.mostLines + 1).flatMap(\.lines).prefix(Self.mostLines + 1) {
      let range = facts[line].line.range
      let wording = Wording(scan, range)
      for place in range.prefix(Self.mostCharacters) where wording.has(Word.reporters, at: place) {
        let rest = place + 2..<min(range.upperBound, place + Self.mostCharacters / 2)
        let end = rest.first {
          scan.lettering[$0] == .closeBracket || !scan.lettering[$0].mayStandAmongNames
            || wording.has(Word.messages, at: $0)
        }
        guard let end, end > place + 2, scan.lettering[end] == .closeBracket || wording.has(Word.messages, at: end),
          let people = wording.part(place..<end).people(isMarked: false)
        else { continue }
        return people
      }
      if let people = peopleBeforeBracket(line), !people.isEmpty, people.allSatisfy(isLikely) { return people }
    }
    return []
  }

  /// True for a surname with one or two characters.
  private func isLikely(_ person: Person) -> Bool {
    let scalars = person.name.unicodeScalars
    return (2...3).contains(scalars.count) && scalars.first.map { Surnames.mayBegin(with: $0.value) } == true
  }

  /// Names behind 本报记者 that a head ends with.
  private func peopleOfHead(_ story: Story) -> [Person] {
    guard let line = story.heads.last, !facts[line].isLatin else { return [] }
    let range = facts[line].line.range
    let wording = Wording(scan, range)
    guard let place = range.last(where: { wording.has(Word.ownReporters, at: $0) }), place > range.lowerBound else {
      return []
    }
    return wording.part(place..<range.upperBound).people(isMarked: false) ?? []
  }

  /// Names in brackets behind the last sentence.
  private func peopleAtEnd(_ story: Story) -> [Person] {
    guard let line = story.parts.last(where: { $0.role != .byline })?.lines.last, !facts[line].isLatin else {
      return []
    }
    let range = facts[line].line.range
    guard scan.lettering[range.upperBound - 1] == .closeBracket,
      let open = range.suffix(Self.mostNames).last(where: { scan.lettering[$0] == .openBracket }),
      open > range.lowerBound, scan.lettering[open - 1].mayEndText
    else { return [] }
    let inside = open + 1..<range.upperBound - 1
    let wording = Wording(scan, inside)
    guard !inside.contains(where: { wording.has(Word.noNames, at: $0) }), let people = wording.people(isMarked: true),
      people.allSatisfy({ isLikely($0) && isName($0.name, near: line) })
    else { return [] }
    return people
  }

  /// Names with which a line closes the brackets that an earlier one opened: `者李芳、金勇）…`.
  private func peopleBeforeBracket(_ line: Int) -> [Person]? {
    let range = facts[line].line.range
    guard let close = range.prefix(Self.mostNames).first(where: { scan.lettering[$0] == .closeBracket }),
      !(range.lowerBound..<close).contains(where: { scan.lettering[$0] == .openBracket })
    else { return nil }
    let start = range.lowerBound + (beginsWithin(range.lowerBound..<close) ? 1 : 0)
    return Wording(scan, start..<close).people(isMarked: true)
  }

  /// True where names begin with the last character of 记者, or of a name whose beginning stands elsewhere.
  private func beginsWithin(_ names: Range<Int>) -> Bool {
    guard names.count > 2, scan.lettering[names.lowerBound] == .hanzi else { return false }
    let (first, next) = (scan.scalars[names.lowerBound], names.lowerBound + 1)
    if first == Word.person.scalars[0] || scan.lettering[next] == .pause { return true }
    return !Surnames.mayBegin(with: first) && Surnames.mayBegin(with: scan.scalars[next])
  }

  /// Names in bylines above and below the text.
  private func signers(_ story: Story) -> [Person] {
    let below = story.parts.filter { $0.role == .byline }.flatMap(\.lines)
    var people: [Person] = []
    var lines = (story.bylines + below)[...]
    while let line = lines.popFirst() {
      if let next = lines.first, goesOn(line, next), let found = joined([line, next])?.people(isMarked: true) {
        people += found
        lines.removeFirst()
      } else {
        people += signers(line, isAbove: story.bylines.contains(line))
      }
    }
    return people
  }

  /// True if a name is broken between two lines: the earlier ends with one character of it, or the later has no more.
  private func goesOn(_ line: Int, _ next: Int) -> Bool {
    guard facts[next].line.number - facts[line].line.number <= 2, facts[next].people.isEmpty,
      facts[next].letterCount <= Thresholds.name
    else { return false }
    return facts[next].letterCount == 1 || Wording(scan, facts[line].line.range).people(isMarked: true) == nil
  }

  private func signers(_ line: Int, isAbove: Bool) -> [Person] {
    if let people = peopleBeforeReport(line) { return people }
    if !facts[line].people.isEmpty { return facts[line].people }
    if !facts[line].evidence.isDisjoint(with: [.byline, .pointer]) { return [] }
    let wording = Wording(scan, facts[line].line.range)
    let words = wording.people(isMarked: true) ?? []
    guard words.allSatisfy(\.role.isEmpty) else { return words }
    guard let name = words.last?.name else {
      return isAbove && facts[line].letterCount <= Self.longestSignature
        ? [Person(role: "", name: wording.string(facts[line].line.range))] : []
    }
    guard isName(name, near: line) else { return [] }
    return [Person(role: words.dropLast().map(\.name).joined(), name: name)]
  }

  /// The names of a byline with which the scan ran together the first words of the report; nil where it did not.
  private func peopleBeforeReport(_ line: Int) -> [Person]? {
    let range = facts[line].line.range
    let wording = Wording(scan, range)
    guard let report = range.dropFirst().first(where: { wording.has(Word.messages, at: $0) }),
      wording.part(report..<range.upperBound).dateline() != nil
    else { return nil }
    return wording.part(range.lowerBound..<report).people(isMarked: true)
  }

  /// True if a line that nothing else marks can be a name: a surname and one or two characters, or characters that
  /// stand in no sentence of the page. Of a text that is longer than any page the part around the line is read.
  private func isName(_ name: String, near line: Int) -> Bool {
    let scalars = name.unicodeScalars.map(\.value)
    guard let first = scalars.first, scalars.count < Thresholds.nameBehindRole, first >= 0x2E80 else { return true }
    var places = 0
    let start = facts[line].line.range.lowerBound
    let around = max(0, start - Self.mostOfPage)..<min(scan.scalars.count, start + Self.mostOfPage)
    for place in around.dropLast(scalars.count) where scan.scalars[place] == first {
      guard place > 0, scan.lettering[place - 1] == .hanzi, scan.lettering[place + scalars.count] == .hanzi,
        scan.scalars[place..<place + scalars.count].elementsEqual(scalars)
      else { continue }
      places += 1
      if places > 1 || !Surnames.mayBegin(with: first) { return false }
    }
    return true
  }

  /// Lines as one, spaces within them kept.
  private func joined(_ lines: some Sequence<Int>) -> Wording? {
    var text: [UInt8] = []
    for line in lines {
      let range = facts[line].line.range.prefix(Self.mostCharacters)
      let last = range.upperBound - 1
      let end = Int(scan.byteOffsets[last]) + UTF8.length(of: scan.scalars[last])
      text += scan.bytes[Int(scan.byteOffsets[range.lowerBound])..<end]
    }
    let scan = PageScan(Page(number: 1, path: "", text: PageText(bytes: text)))
    return scan.lines.first.map { Wording(scan, $0.range) }
  }
}

extension CharacterClass {
  fileprivate var mayStandAmongNames: Bool {
    self == .hanzi || self == .space || self == .pause || self == .interpunct
  }

  fileprivate var mayEndText: Bool { self == .stop || self == .ellipsis || isClosing }
}

extension Word {
  fileprivate static let reporters = Word("记者")
  /// Words in brackets behind a text that say what part of it this is.
  fileprivate static let noNames: WordList = ["连载", "未完", "待续", "续", "完", "图", "版", "节选", "摘"]
  fileprivate static let ownReporters: WordList = ["本报记者", "新华社记者"]
  /// 本报讯, 新华社: what a report opens with.
  fileprivate static let messages: WordList = ["本报讯", "新华社"]
  /// The end of 记者.
  fileprivate static let person = Word("者")
}
