import Newspaper

// The words of the overlay that explains a passage.
extension Phrases {
  var whyTitle: String { say("Why?") }
  var nothingToExplain: String { say("nothing here to explain") }
  var firstPassage: String { say("this is the first passage") }
  var lastPassage: String { say("this is the last passage") }
  func allSaid(_ next: String?) -> String {
    say("no more is said of this passage") + (next.map { say(" · {} for the next##passage", $0) } ?? "")
  }
  var awaitingExplanation: String { say("asking why …") }
  /// Said of the rest of a long list.
  func more(_ count: Int) -> String { say("⋯ and {} more", count) }
  var doubtfulBeginning: String { say("an article may not begin here") }
  var zonedByLibrary: String { say("as zoned by the library") }
  var noExplanation: String { say("no evidence is known for this line") }
  var onlyNeighbours: String { say("only the lines around it decided") }
  var repairs: String { say("Repairs") }
  var noRepairs: String { say("No repairs: it reads as it was scanned.") }

  /// The kind and place of a passage: `paragraph · page 1, lines 35, 37`.
  func passage(_ role: Block.Role, page: Int, lines: [Int]) -> String {
    let numbers = stretches(of: lines).joined(separator: say(", "))
    let page = PageNumber(page)
    let place = lines.count == 1 ? say("page {}, line {}", page, numbers) : say("page {}, lines {}", page, numbers)
    return name(of: role) + " · " + place
  }

  /// Numbers of lines, those that follow each other as one stretch: `35–37`, `40`.
  func stretches(of lines: [Int]) -> [String] {
    var stretches: [ClosedRange<Int>] = []
    for line in lines {
      if let last = stretches.last, last.upperBound + 1 == line {
        stretches[stretches.count - 1] = last.lowerBound...line
      } else {
        stretches.append(line...line)
      }
    }
    return stretches.map { $0.count == 1 ? String($0.lowerBound) : "\($0.lowerBound)–\($0.upperBound)" }
  }

  private func name(of role: Block.Role) -> String {
    switch role {
    case .kicker: say("kicker")
    case .headline: say("headline")
    case .deck: say("deck")
    case .byline: say("byline")
    case .paragraph: say("paragraph")
    case .subhead: say("subhead")
    case .caption: say("caption")
    case .pointer: say("pointer")
    case .repeated: say("repeat")
    }
  }

  /// A line's role and how far it is ahead of the next likely one.
  func verdict(_ explanation: Explanation) -> String {
    let role = explanation.role.words(in: language)
    guard let rival = explanation.rival?.words(in: language) else { return role }
    switch explanation.lead {
    case ..<1: return role + say(", hardly likelier than {}", rival)
    case ..<4: return role + say(", likelier than {}", rival)
    default: return role + say(", far likelier than {}", rival)
    }
  }

  /// A repair of a line, and its reason.
  func repair(_ repair: Repair) -> String {
    say("line {}: {} – {}", repair.line, name(of: repair.kind), repair.because.phrase)
  }

  private func name(of kind: Repair.Kind) -> String {
    switch kind {
    case .joined: say("joined to the line before")
    case .spaceRemoved: say("spaces taken out")
    case .width: say("marks made full-width or curly")
    case .repeatFolded: say("folded away")
    case .gapBefore: say("text is missing before it")
    case .cutAfter: say("text is missing behind it")
    case .reordered: say("put back into reading order")
    case .reencoded: say("characters mended")
    case .corrected: say("corrected by a person")
    }
  }
}
