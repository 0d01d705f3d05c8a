import Exporting
import Newspaper

/// The truth of an issue's pages as people corrected it, in the form in which the trainer reads it: for each page its
/// items by source lines, and its text.
struct GoldDocument {
  /// An item of a page.
  struct Item {
    var kind: String
    var heads: [Int] = []
    var headline: [Int] = []
    var byline: [Int] = []
    var paras: [[Int]] = []
    var caption: [Int] = []
    var pointer: [Int] = []
    var drop: [Int] = []
  }

  private struct Page {
    var date: String?
    var text: String
    var items: [Item]
  }

  private var pages: [String: Page] = [:]

  /// The truth of an issue; pages are called by their files, without the endings.
  init(_ issue: Issue) {
    for page in issue.pages {
      let file = page.path.split(separator: "/").last.map(String.init) ?? issue.id
      let name = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
      let text = page.text.lines.map(page.text.line).joined(separator: "\n")
      let items = issue.articles.compactMap { Item($0, onPage: page.number) }
      pages[name] = Page(date: issue.date?.value, text: text, items: items)
    }
  }

  /// JSON text.
  var bytes: [UInt8] {
    var json = JSONBytes()
    json.object { json in
      for (name, page) in pages.sorted(by: { $0.key < $1.key }) {
        json.name(name)
        json.object { json in
          json.text("date", page.date)
          json.list("items", page.items) { json, item in item.write(to: &json) }
          json.text("text", page.text)
        }
      }
    }
    json.endLine()
    return json.bytes
  }
}

extension GoldDocument.Item {
  fileprivate func write(to json: inout JSONBytes) {
    json.object { json in
      json.numbers("byline", byline)
      json.numbers("caption", caption)
      json.numbers("drop", drop)
      json.numbers("headline", headline)
      json.numbers("heads", heads)
      json.text("kind", kind)
      json.list("paras", paras) { json, lines in json.numbers(nil, lines) }
      json.numbers("pointer", pointer)
    }
  }

  /// The part of an article that stands on a page; nil where none does.
  init?(_ article: Article, onPage page: Int) {
    let blocks = article.blocks.filter { $0.passage.page == page && !$0.passage.lines.isEmpty }
    guard !blocks.isEmpty else { return nil }
    self.init(kind: article.kind == .photo ? "photo" : article.kind == .pointer ? "pointer" : "article")
    for block in blocks {
      let lines = block.passage.lines
      switch block.role {
      case .kicker, .deck: heads += lines
      case .headline: (heads, headline) = (heads + lines, headline + lines)
      case .byline: byline += lines
      case .paragraph, .subhead: paras.append(lines)
      case .caption: caption += lines
      case .pointer: pointer += lines
      case .repeated: drop += lines
      }
    }
  }
}
