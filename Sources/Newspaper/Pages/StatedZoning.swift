/// The articles of an issue as a library has zoned them: which lines of which pages make up each, and in which roles.
public struct StatedZoning: Sendable, Equatable {
  /// An article, an advertisement or another unit.
  public struct Zone: Sendable, Equatable {
    /// The name that it has in its source.
    public var id: String
    /// The kind that the library gives it, in small letters: `article`, `advertisement`, `weather`.
    public var type: String
    /// Its title as the library has it, which may be the printed one or not; nil for none and for placeholders.
    public var label: String?
    /// Its text, in reading order.
    public var parts: [Part]

    /// A unit.
    public init(id: String, type: String, label: String? = nil, parts: [Part] = []) {
      (self.id, self.type, self.label, self.parts) = (id, type, label, parts)
    }
  }

  /// Lines of a page that play one part.
  public struct Part: Sendable, Equatable {
    /// The parts that libraries tell apart.
    public enum Role: Sendable {
      case kicker
      case heading
      case deck
      case byline
      case body
      case subhead
      case caption
      case pointer
      /// Text that the page has twice.
      case repeated
    }

    /// The part that they play.
    public var role: Role
    /// The page that they stand on.
    public var page: Int
    /// Their numbers, from 1, in reading order.
    public var lines: [Int]

    /// Lines in a role.
    public init(role: Role, page: Int, lines: [Int]) { (self.role, self.page, self.lines) = (role, page, lines) }
  }

  /// The paper's name.
  public var title: String?
  /// Its number in the paper's own count.
  public var number: Int?
  /// The day that it carries.
  public var day: CalendarDay?
  /// Its units, in reading order.
  public var zones: [Zone]
  /// Lines that belong to none of them as they should: the masthead, the imprint.
  public var furniture: [Part]

  /// The zoning of an issue.
  public init(
    title: String? = nil, number: Int? = nil, day: CalendarDay? = nil, zones: [Zone] = [], furniture: [Part] = []
  ) {
    (self.title, self.number, self.day, self.zones, self.furniture) = (title, number, day, zones, furniture)
  }
}
