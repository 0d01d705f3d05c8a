import Newspaper

/// An issue as people corrected it.
public struct CorrectedIssue: Sendable {
  /// The issue with all corrections.
  public var issue: Issue
  /// The same issue with the text as it was read: for the view of repaired text, and to find what the scan has.
  public var uncorrected: Issue
  /// The passages whose text was corrected, by article and block, which are the same in both.
  public var texts: [BlockPlace] = []
  /// The ids of corrections whose lines were not found again.
  public var lost: Set<String> = []

  /// A block of an issue.
  public struct BlockPlace: Sendable, Hashable {
    /// Index of the article.
    public var article: Int
    /// Index of the block in it.
    public var block: Int

    /// A block by its article and its index there.
    public init(article: Int, block: Int) { (self.article, self.block) = (article, block) }
  }

  /// Corrects an issue.
  /// - Parameter corrections: those of the issue, the oldest first.
  public init(_ issue: Issue, _ corrections: [Correction]) {
    var work = CorrectionWork(issue)
    for correction in corrections where !work.apply(correction) { lost.insert(correction.id) }
    (self.issue, uncorrected) = (work.issue, work.uncorrected)
    texts = work.issue.articles.indices.flatMap { article in
      work.issue.articles[article].blocks.indices
        .filter { work.issue.articles[article].blocks[$0] != work.uncorrected.articles[article].blocks[$0] }
        .map { BlockPlace(article: article, block: $0) }
    }
  }
}

extension Sequence<Correction> {
  /// The corrections of an issue, also of one that has another id by now.
  public func of(_ issue: Issue) -> [Correction] { of(IssueReference(issue)) }

  /// The corrections of an issue of a list.
  public func of(_ issue: IssueSummary) -> [Correction] { of(IssueReference(issue)) }

  private func of(_ issue: IssueReference) -> [Correction] {
    filter { correction in
      let other = correction.issue
      return other.id == issue.id || !other.lead.isEmpty && other.lead == issue.lead && other.date == issue.date
    }
  }

  /// The entry of an issue in the list, with the day and the name that these corrections give it.
  /// - Returns: the entry; and true if nothing else of it can be otherwise. Its headline and its number of articles can
  ///   only be told by the issue itself.
  public func revised(_ entry: IssueSummary) -> (entry: IssueSummary, isWhole: Bool) {
    var (new, isWhole) = (entry, true)
    for correction in self {
      switch correction.kind {
      case .date: new.date = IssueDate(corrected: correction.new) ?? new.date
      case .title: new.title = correction.new.isEmpty ? nil : correction.new
      case .text: isWhole = isWhole && !entry.leadHeadline.contains(correction.old)
      case .role, .join, .split: isWhole = false
      }
    }
    return (new, isWhole)
  }
}

extension IssueDate {
  /// The date that a person stated; nil for what is no day.
  fileprivate init?(corrected text: String) {
    guard let day = CalendarDay(iso: text) else { return nil }
    self.init(year: day.year, month: day.month, day: day.day, certainty: .stated, source: .sideFile)
  }
}

/// An issue while it is being corrected, with and without the corrections of text.
private struct CorrectionWork {
  var issue: Issue
  var uncorrected: Issue
  private var finder: AnchorFinder

  init(_ issue: Issue) {
    (self.issue, uncorrected, finder) = (issue, issue, AnchorFinder(issue))
  }

  /// Applies a correction.
  /// - Returns: false if its lines are not there.
  mutating func apply(_ correction: Correction) -> Bool {
    switch correction.kind {
    case .date: return setDate(correction.new)
    case .title: return setTitle(correction.new)
    case .text, .role, .join, .split: break
    }
    guard let anchor = correction.anchor, let found = finder.find(anchor) else { return false }
    let places = blocks(in: found)
    guard let first = places.first else { return false }
    switch correction.kind {
    case .text: return setText(correction.new, of: places.filter { $0.article == first.article }, correction.old)
    case .role: return setRole(correction.new, of: places)
    case .join: return join(first)
    case .split: return split(first, at: found.start, isParagraph: correction.new == "paragraph")
    case .date, .title: return true
    }
  }

  /// The blocks that have lines of a stretch of the scan, in reading order.
  private func blocks(in found: FoundPlace) -> [CorrectedIssue.BlockPlace] {
    let lines = found.start.line...max(found.start.line, found.end.line)
    return issue.articles.indices.flatMap { article in
      issue.articles[article].blocks.indices.filter { block in
        let passage = issue.articles[article].blocks[block].passage
        return passage.page == found.start.page && passage.sourceLines.contains(where: lines.contains)
      }.map { CorrectedIssue.BlockPlace(article: article, block: $0) }
    }
  }

  private mutating func change(_ change: (inout Issue) -> Void) {
    change(&issue)
    change(&uncorrected)
    for index in issue.articles.indices {
      issue.articles[index].number = index + 1
      uncorrected.articles[index].number = index + 1
    }
  }

  // MARK: The issue

  private mutating func setDate(_ text: String) -> Bool {
    guard let date = IssueDate(corrected: text) else { return false }
    change { $0.date = date }
    return true
  }

  private mutating func setTitle(_ text: String) -> Bool {
    change { $0.title = text.isEmpty ? nil : text }
    return true
  }

  // MARK: Blocks

  private mutating func setRole(_ name: String, of places: [CorrectedIssue.BlockPlace]) -> Bool {
    guard let role = Block.Role(rawValue: name) else { return false }
    change { issue in
      for place in places { issue.articles[place.article].blocks[place.block].role = role }
    }
    return true
  }

  /// Gives passages other text, a line each; lines that are left over go with the last one.
  private mutating func setText(_ text: String, of places: [CorrectedIssue.BlockPlace], _ old: String) -> Bool {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count >= places.count else { return false }
    for (index, place) in places.enumerated() {
      let isLast = index == places.count - 1
      let new = isLast ? lines[index...].joined(separator: " ") : lines[index]
      issue.articles[place.article].blocks[place.block].passage.correct(new)
    }
    return true
  }

  /// Joins the item that begins with a block to the one before, or a paragraph within an item to the one before it.
  private mutating func join(_ place: CorrectedIssue.BlockPlace) -> Bool {
    if place.block > 0 {
      change { issue in
        let next = issue.articles[place.article].blocks.remove(at: place.block).passage
        issue.articles[place.article].blocks[place.block - 1].passage.append(next)
      }
      return true
    }
    guard place.article > 0 else { return false }
    change { issue in
      var next = issue.articles.remove(at: place.article)
      // Behind text there are no headlines of the same item.
      if issue.articles[place.article - 1].blocks.contains(where: { $0.role == .paragraph }) {
        let heads: [Block.Role] = [.kicker, .headline, .deck]
        for index in next.blocks.indices where heads.contains(next.blocks[index].role) {
          next.blocks[index].role = .subhead
        }
      }
      issue.articles[place.article - 1].blocks += next.blocks
      issue.articles[place.article - 1].people += next.people
    }
    return true
  }

  /// Has an item begin with a block, or with the part of it from a line on; or a paragraph.
  private mutating func split(
    _ place: CorrectedIssue.BlockPlace, at start: SourcePosition, isParagraph: Bool
  ) -> Bool {
    var place = place
    let passage = issue.articles[place.article].blocks[place.block].passage
    if let offset = passage.offset(of: start), offset > 0, offset < passage.text.utf8.count {
      change { issue in
        var rest = issue.articles[place.article].blocks[place.block]
        let at = rest.passage.offset(of: start) ?? offset
        rest.passage = issue.articles[place.article].blocks[place.block].passage.cut(at: at)
        issue.articles[place.article].blocks.insert(rest, at: place.block + 1)
      }
      place.block += 1
    } else if isParagraph {
      return false
    }
    if isParagraph { return true }
    guard place.block > 0 else { return false }
    change { issue in
      var blocks = Array(issue.articles[place.article].blocks[place.block...])
      if blocks[0].role == .subhead { blocks[0].role = .headline }
      issue.articles[place.article].blocks.removeSubrange(place.block...)
      let kind: Article.Kind = blocks.contains { $0.role == .headline } ? .article : .brief
      issue.articles.insert(Article(number: 0, kind: kind, blocks: blocks), at: place.article + 1)
    }
    return true
  }
}
