import Newspaper
import Text

/// Bylines of papers in English.
extension Wording {
  /// `By John Smith`, `BY MARY L. JONES and PETER COLE`: the word, and names of two words at least.
  func englishByline() -> [Person]? {
    var reading = self
    guard next == Word.by.scalars[0], reading.takeLatin(EnglishWords.by), reading.nextLettering == .space else {
      return nil
    }
    let role = string(position..<reading.position)
    var people: [Person] = []
    repeat {
      reading.skipSpaces()
      if !people.isEmpty, reading.part(reading.position..<end).isEnglishRole { break }
      guard let name = reading.takeEnglishName() else { return nil }
      people.append(Person(role: role, name: name))
    } while reading.takeNameSeparator()
    return reading.position == end || reading.lettering[reading.position] == .pause ? people : nil
  }

  /// Takes the words of a name: two to five, with a capital but for `de`, `von` and the like.
  private mutating func takeEnglishName() -> String? {
    let start = position
    var words = 0
    var stop = position
    while let word = takeLatinWord() {
      let small = EnglishWords.particles.contains(key(word))
      guard small || !(0x61...0x7A).contains(scalars[word.lowerBound]) else { return nil }
      if !small, key(word) == "and" { break }
      words += 1
      while nextLettering == .period || next == 0x2D || next == 0x27 || next == 0x2019 { position += 1 }
      stop = position
      var reading = self
      reading.skipSpaces()
      if reading.takeLatin(EnglishWords.and) { break }
      skipSpaces()
    }
    position = stop
    return (2...5).contains(words) ? string(start..<stop) : nil
  }

  private mutating func takeNameSeparator() -> Bool {
    var reading = self
    while reading.nextLettering == .space || reading.nextLettering == .pause || reading.next == 0x26 {
      reading.position += 1
    }
    let isPart = reading.position > position && reading.position < reading.end
    _ = reading.takeLatin(EnglishWords.and)
    guard isPart else { return false }
    self = reading
    return true
  }

  /// `Staff Writer`, `Special to The Herald`, `From Our Own Correspondent`: below a byline or in its place.
  var isEnglishRole: Bool {
    var reading = self
    guard reading.nextLettering == .latin else { return false }
    var (words, isSpecial, hasRole, areOfRoles) = (0, false, false, true)
    while let word = reading.takeLatinWord(), words <= EnglishWords.longestRole {
      let key = reading.key(word)
      if words == 0 { isSpecial = key == "special" }
      if words == 1 { isSpecial = isSpecial && EnglishWords.behindSpecial.contains(key) }
      let isRole = EnglishWords.roles.contains(key)
      hasRole = hasRole || isRole
      areOfRoles = areOfRoles && (isRole || EnglishWords.aboutRoles.contains(key))
      words += 1
      reading.skipPoints()
    }
    guard reading.position == end, (2...EnglishWords.longestRole).contains(words) else { return false }
    return isSpecial || areOfRoles && hasRole
  }
}

extension EnglishWords {
  fileprivate static let longestRole = 6
  fileprivate static let behindSpecial: LatinKeys = ["to", "for"]
  fileprivate static let particles: LatinKeys = ["de", "la", "von", "van", "der", "du", "the", "of", "di"]
  fileprivate static let roles: LatinKeys = [
    "writer", "writers", "reporter", "reporters", "correspondent", "correspondents", "staff", "photographer",
    "photographers",
  ]
  fileprivate static let aboutRoles: LatinKeys = [
    "associated", "united", "press", "international", "foreign", "political", "sports", "financial", "own", "our",
    "from", "the", "a", "of", "special", "senior", "contributing", "news", "service", "wire", "city", "business",
    "times", "herald", "tribune", "post", "star", "journal", "daily",
  ]
}
