/// The fields of a query, which stand before a colon.
enum QueryField: CaseIterable {
  case title, byline, caption, date, page, kind

  /// Its names, the first of them shown.
  private var names: [String] {
    switch self {
    case .title: ["title", "标题"]
    case .byline: ["by", "作者", "署名"]
    case .caption: ["caption", "图片说明", "图片"]
    case .date: ["date", "日期"]
    case .page: ["page", "版"]
    case .kind: ["kind", "类别"]
    }
  }

  /// The part of the paper that a text must stand in; nil for a field whose value is not looked for in the text.
  var scope: Scope? {
    switch self {
    case .title: .title
    case .byline: .byline
    case .caption: .caption
    case .date, .page, .kind: nil
    }
  }

  /// The field that has a name.
  init?(named name: String) {
    guard let field = Self.allCases.first(where: { $0.names.contains(name) }) else { return nil }
    self = field
  }

  /// As help and mistakes list them.
  static var names: String { allCases.map { $0.names[0] + ":" }.joined(separator: " ") }
}
