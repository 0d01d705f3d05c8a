/// One thing that a page prints under a head of its own, in reading order.
public struct Article: Sendable, Equatable {
  /// The kinds of articles; the raw values are those of the export.
  public enum Kind: String, Sendable, CaseIterable {
    case article
    /// A picture with its caption.
    case photo
    /// Headlines that send the reader to another page.
    case pointer
    /// A short item without a headline.
    case brief
    case notice
  }

  /// Its number within the issue, from 1.
  public var number: Int
  /// Its kind.
  public var kind: Kind
  /// Its text, in reading order: stack, byline, body, captions, repeats.
  public var blocks: [Block]
  /// Who wrote it, in the order of their names; from byline lines and from datelines.
  public var people: [Person]
  /// The place that its report comes from, if it says so.
  public var dateline: Dateline?
  /// The page that a pointer sends the reader to.
  public var pointsTo: Int?
  /// The turn to or from another page.
  public var jump: Jump?
  /// True if it is doubtful that an item begins here: the parser's lead for it is small.
  public var isDoubtful = false
  /// Its zoning by a library; nil if the article was found by reading.
  public var zoning: Zoning?

  /// The zoning of an article by a library.
  public enum Zoning: Sendable, Equatable {
    /// It states the article, and its kind: `article`, `advertisement`, `weather`.
    case stated(type: String)
    /// It states other articles of the issue; what it left out is gathered here.
    case remainder
  }

  /// True if a library states which lines make it up.
  public var isZonedByLibrary: Bool { if case .stated = zoning { true } else { false } }

  /// An article.
  public init(
    number: Int, kind: Kind, blocks: [Block], people: [Person] = [], dateline: Dateline? = nil, pointsTo: Int? = nil,
    jump: Jump? = nil
  ) {
    self.number = number
    self.kind = kind
    self.blocks = blocks
    self.people = people
    self.dateline = dateline
    self.pointsTo = pointsTo
    self.jump = jump
  }

  /// The blocks that have a role.
  public func blocks(_ role: Block.Role) -> [Block] { blocks.filter { $0.role == role } }

  /// The number of the page that it begins on; nil where it has no text.
  public var page: Int? { blocks.first?.passage.page }

  /// Its name in a list: its headline, else its first block, or the beginning of that.
  public var title: String {
    // Lists ask for it at every key: most articles have one headline, whose text is not copied.
    var title: String?
    for block in blocks where block.role == .headline {
      title = title.map { $0 + " " + block.passage.text } ?? block.passage.text
    }
    return title ?? blocks.first.map { String($0.passage.text.prefix(Self.mostOfAParagraph)) } ?? ""
  }

  /// Characters; a paragraph may be a megabyte long, and lists are kept in memory.
  private static let mostOfAParagraph = 500
}

/// A passage and the part that it plays in its article.
public struct Block: Sendable, Equatable {
  /// The parts that text can play, in the field's words.
  public enum Role: String, Sendable, CaseIterable {
    /// 引题: stands above the headline and leads to it.
    case kicker
    /// 主题.
    case headline
    /// 副题: stands below the headline and says more.
    case deck
    /// 署名, above the text or where the paper has it within or below it.
    case byline
    /// 正文.
    case paragraph
    /// 小标题.
    case subhead
    /// 图片说明.
    case caption
    /// 导读: names the page where more is to be read.
    case pointer
    /// Text that the page has twice; folded away.
    case repeated = "repeat"
  }

  /// The part that it plays.
  public var role: Role
  /// The text.
  public var passage: Passage
  /// Who took the picture, for a caption that says so.
  public var credit: String?

  /// A passage in its role.
  public init(_ role: Role, _ passage: Passage, credit: String? = nil) {
    self.role = role
    self.passage = passage
    self.credit = credit
  }
}

/// Someone who wrote or photographed.
public struct Person: Sendable, Equatable {
  /// Their title in the paper: 本报记者, 通讯员, 实习生. Empty where it says only the name.
  public var role: String
  /// The name, without alignment spaces.
  public var name: String

  /// Someone in a role.
  public init(role: String, name: String) {
    self.role = role
    self.name = name
  }
}

/// 电头: the words that open a report and say who sent it, from where and when.
public struct Dateline: Sendable, Equatable {
  /// The words as they stand: 本报深圳讯, 新华社北京1月3日电.
  public var text: String
  /// Who sent it: 本报, 新华社.
  public var agency: String
  /// From where.
  public var place: String?
  /// The day, ISO 8601, as far as it is known: `2017-04-24`, `--04-24`.
  public var date: String?

  /// A dateline and its parts.
  public init(text: String, agency: String, place: String? = nil, date: String? = nil) {
    self.text = text
    self.agency = agency
    self.place = place
    self.date = date
  }
}

/// 转版: the turn to another page or from it.
public struct Jump: Sendable, Equatable {
  /// Which way an article turns; the raw values are those of the export.
  public enum Direction: String, Sendable {
    /// 下转: it goes on there.
    case to
    /// 上接: it began there.
    case from
  }

  /// The words as they stand: (下转第二版).
  public var text: String
  /// Which way.
  public var direction: Direction
  /// The page at the other end.
  public var page: Int

  /// A turn of the page.
  public init(text: String, direction: Direction, page: Int) {
    self.text = text
    self.direction = direction
    self.page = page
  }
}
