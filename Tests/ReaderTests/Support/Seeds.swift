import Foundation
import Goldens
import Newspaper
import PageParsing

extension Papers {
  /// The five given pages, newest first.
  static let seeds: [Newspaper.Issue] = {
    let issues = ((try? Repository.seeds) ?? []).compactMap { file -> Newspaper.Issue? in
      guard let bytes = try? Data(contentsOf: file) else { return nil }
      let name = file.lastPathComponent
      let page = Page(number: 1, path: name, text: PageText(bytes: Array(bytes)))
      return parseIssue(id: String(name.dropLast(4)), pages: [page])
    }
    return issues.sorted { ($0.date?.value ?? "") > ($1.date?.value ?? "") }
  }()
}
