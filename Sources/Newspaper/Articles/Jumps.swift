import Text

/// The targets of the jumps (下转, 上接) and pointers (详见) of an issue, all of them resolved at once.
///
/// Articles are meant by their index in the issue. A jump leads to one article at most, and no two jumps to the same.
public struct Jumps: Sendable, Equatable {
  /// The other end of a jump or pointer.
  public enum End: Sendable, Equatable {
    /// An article of the issue.
    case article(Int)
    /// The issue has no scan of the page.
    case pageNotHere(Int)
    /// The page is there, but no article on it fits.
    case nothingFits(page: Int)
  }

  private var ends: [Int: End] = [:]
  private var continuations: [Int: Int] = [:]

  /// Resolves an issue's jumps and pointers.
  /// - Complexity: linear in the text of the articles that jump, and quadratic in their number between two pages.
  public init(_ issue: Issue) {
    for (index, article) in issue.articles.enumerated() {
      guard let page = article.jump?.page ?? article.pointsTo else { continue }
      ends[index] = issue.page(page) == nil ? .pageNotHere(page) : .nothingFits(page: page)
      if article.jump == nil, let found = issue.article(on: page, pointedToBy: index) { ends[index] = .article(found) }
    }
    for (opening, continuation) in JumpMatching(issue).pairs {
      ends[opening] = .article(continuation)
      ends[continuation] = .article(opening)
      continuations[opening] = continuation
    }
  }

  /// The target of an article's jump or pointer; nil where it has none.
  public func end(of article: Int) -> End? { ends[article] }

  /// The article that goes on with one on another page.
  public func continuation(of article: Int) -> Int? { continuations[article] }

  /// The article that one on another page goes on with.
  public func opening(of article: Int) -> Int? {
    guard case .article(let opening) = ends[article], continuations[opening] == article else { return nil }
    return opening
  }
}

/// Finds for each opening (下转) its continuation (上接).
///
/// Both name the other's page. Where several do, those belong together that share most pairs of hanzi: those of their
/// headlines count most; of the rest, a pair that few others have says more than one that stands everywhere.
private struct JumpMatching {
  /// An opening and its continuation.
  private(set) var pairs: [(opening: Int, continuation: Int)] = []
  private var words: [Int: HanziPairs] = [:]
  private var heads: [Int: HanziPairs] = [:]
  /// The number of texts that have a pair.
  private var spread: [UInt64: Int] = [:]

  private struct Candidate {
    var opening: Int
    var continuation: Int
    var likeness: Double

    /// True if both want one of the same articles.
    func overlaps(_ other: Candidate) -> Bool {
      opening == other.opening || continuation == other.continuation
    }
  }

  init(_ issue: Issue) {
    let jumping = issue.articles.indices.filter { issue.articles[$0].jump != nil }
    var open = jumping.filter { issue.articles[$0].jump?.direction == .to }
    var awaited = jumping.filter { issue.articles[$0].jump?.direction == .from }
    guard !open.isEmpty, !awaited.isEmpty else { return }
    for index in jumping { read(issue.articles[index], index) }
    for candidate in candidates(issue, open, awaited) where candidate.likeness > 0 {
      guard open.contains(candidate.opening), awaited.contains(candidate.continuation) else { continue }
      pairs.append((candidate.opening, candidate.continuation))
      open.removeAll { $0 == candidate.opening }
      awaited.removeAll { $0 == candidate.continuation }
    }
    // The rest shares nothing, as two parts in Latin letters do; the pages decide where they leave no choice.
    let left = candidates(issue, open, awaited)
    for candidate in left where left.filter({ $0.overlaps(candidate) }).count == 1 {
      pairs.append((candidate.opening, candidate.continuation))
    }
  }

  private mutating func read(_ article: Article, _ index: Int) {
    var (head, text) = (HanziPairs(), HanziPairs())
    for block in article.blocks {
      text.add(block.passage.text)
      if [.headline, .kicker, .deck].contains(block.role) { head.add(block.passage.text) }
    }
    for pair in text.pairs { spread[pair, default: 0] += 1 }
    (heads[index], words[index]) = (head, text)
  }

  /// Openings and continuations that name each other's page, the likest first, else in reading order.
  private func candidates(_ issue: Issue, _ open: [Int], _ awaited: [Int]) -> [Candidate] {
    open.flatMap { opening in
      awaited.filter { issue.articles[opening].meets(issue.articles[$0]) }.map {
        Candidate(opening: opening, continuation: $0, likeness: likeness(opening, $0))
      }
    }.sorted { ($1.likeness, $0.opening, $0.continuation) < ($0.likeness, $1.opening, $1.continuation) }
  }

  private func likeness(_ opening: Int, _ continuation: Int) -> Double {
    guard let one = words[opening], let other = words[continuation], let head = heads[opening] else { return 0 }
    let shared = one.pairs.intersection(other.pairs).reduce(0.0) { $0 + 1 / Double(max(1, (spread[$1] ?? 2) - 1)) }
    let size = (Double(one.count) * Double(other.count)).squareRoot()
    return head.overlap(with: heads[continuation] ?? HanziPairs()) + (size > 0 ? shared / size : 0)
  }
}

extension Article {
  /// True if each names the other's page.
  fileprivate func meets(_ continuation: Article) -> Bool {
    page != nil && continuation.page != nil && jump?.page == continuation.page && continuation.jump?.page == page
  }
}

extension Issue {
  /// The article on a page one of whose heads is most like one of a pointer's: they share two pairs of hanzi at least,
  /// and a third of the shorter one's, or are the same. Of heads as like each other the headline counts.
  fileprivate func article(on page: Int, pointedToBy pointer: Int) -> Int? {
    let wanted = articles[pointer].heads
    var best: (article: Int, likeness: Double)?
    for (index, article) in articles.enumerated() where index != pointer && article.page == page {
      for head in article.heads {
        let likeness = wanted.map(head.likeness).max() ?? 0
        if likeness > best?.likeness ?? 0 { best = (index, likeness) }
      }
    }
    return best?.article
  }
}

/// A line of a headline stack, as far as a pointer may repeat it.
private struct Head {
  let text: String
  let isHeadline: Bool
  private let pairs: HanziPairs

  init(_ block: Block) {
    text = block.passage.text
    isHeadline = block.role == .headline
    pairs = HanziPairs(text)
  }

  /// From 0, nothing, on; a line of the pointer may have any role, as pointers have stacks of their own making.
  func likeness(_ wanted: Head) -> Double {
    let overlap = pairs.shared(with: wanted.pairs) >= 2 ? pairs.overlap(with: wanted.pairs) : 0
    let isSame = text == wanted.text && !text.isEmpty
    guard isSame || overlap >= 1 / 3 else { return 0 }
    return (isSame ? 2 : overlap) * (isHeadline ? 1 : 0.9)
  }
}

extension Article {
  fileprivate var heads: [Head] {
    blocks.filter { [.headline, .kicker, .deck, .subhead].contains($0.role) }.map(Head.init)
  }
}
