import Newspaper

/// The places of an issue's lines on their scans.
struct LinePlaces {
  private let layouts: [Int: PageLayout]

  init(_ issue: Issue) {
    let pages = issue.pages.lazy.compactMap { page in page.text.layout.map { (page.number, $0) } }
    layouts = Dictionary(pages) { first, _ in first }
  }

  /// The place of some lines together: left, top, width and height in shares of the page's width, to four digits; nil
  /// where none is known.
  func box(page: Int, lines: [Int]) -> [Double]? {
    guard let box = layouts[page]?.box(ofLines: lines) else { return nil }
    return [box.x, box.y, box.width, box.height].map { (Double($0) * 10_000).rounded() / 10_000 }
  }
}
