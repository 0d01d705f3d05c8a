import Chance
import Library
import Newspaper
import PageParsing
import Reader
import Resources
import Screen
import Typesetting

/// Times of a resize until the screen is drawn anew, in every view at 200 × 60: the longest of the given
/// articles, and one of 10,000 hanzi made of them.
func benchPages(_ words: [String]) throws -> Int32 {
  let options = try Options(words, numbers: ["--runs"])
  var corpus = Corpus.open(paths: options.paths.isEmpty ? ["seeds"] : options.paths)
  if let problem = corpus.problems.first { throw problem }
  let issues = try corpus.sources.compactMap { try corpus.issue($0.id) }
  guard let largest = issues.max(by: { $0.longest.length < $1.longest.length }) else { return 1 }
  let runs = options.number("--runs", default: 21)
  for (name, issue) in [("the longest article", largest), ("10,000 hanzi", .ofTenThousand(from: issues))] {
    for view in PageView.allCases {
      let times = resizes(of: issue, in: view, runs: runs)
      let worst = times.last ?? .zero
      let (median, most) = (milliseconds(times[times.count / 2]), milliseconds(worst))
      print("\(name), \(issue.longest.length) letters, \(view.rawValue): \(median) ms, at worst \(most) ms")
    }
  }
  return 0
}

/// Sorted times of resizes to 200 × 60 from a small screen, drawing included.
private func resizes(of issue: Issue, in view: PageView, runs: Int) -> [Duration] {
  let size = Size(columns: 200, rows: 60)
  var reader = Reader(
    corpusName: "bench", issues: [issue.summary], keymap: defaultKeymap, language: .english,
    settings: Settings(ambiguous: .narrow), size: size)
  _ = reader.start()
  reader.receive(andSet: issue)
  for key in Key.chord("<enter>:article<space>\(issue.longest.number)<enter>:view<space>\(view.rawValue)<enter>") ?? []
  {
    reader.take(.key(key))
  }
  return (0..<runs).map { run in
    reader.take(.resize(Size(columns: 84 - run % 7, rows: 24)))
    let start = processorTime()
    reader.take(.resize(size))
    var surface = Surface(size: size)
    _ = reader.draw(on: &surface)
    return processorTime() - start
  }.sorted()
}

private func milliseconds(_ duration: Duration) -> Double {
  (duration / .milliseconds(1) * 100).rounded() / 100
}

/// The keymap that the program has.
var defaultKeymap: Keymap {
  let bytes = UnsafeBufferPointer(start: bl_default_keymap(), count: bl_default_keymap_length)
  return Keymap.read([(text: String(decoding: bytes, as: UTF8.self), file: "Resources/keymap")]).keymap
}

extension Issue {
  /// The number of its longest article, and how many letters that has.
  fileprivate var longest: (number: Int, length: Int) {
    articles.map { article in
      (article.number, article.blocks.reduce(0) { $0 + $1.passage.text.count })
    }.max { $0.1 < $1.1 } ?? (1, 0)
  }

  /// An issue with one article of 10,000 hanzi.
  fileprivate static func ofTenThousand(from issues: [Issue]) -> Issue {
    let paragraphs = issues.flatMap(\.articles).flatMap { $0.blocks(.paragraph) }.map(\.passage.text)
      .filter { $0.count > 60 }
    var lines = ["万字长文一篇", ""]
    var length = 0
    while length < 10_000, let next = paragraphs.isEmpty ? nil : paragraphs[lines.count % paragraphs.count] {
      lines.append(next)
      length += next.count
    }
    let page = Page(number: 1, path: "long.txt", text: PageText(bytes: Array(lines.joined(separator: "\n").utf8)))
    return parseIssue(id: "long", pages: [page])
  }
}
