import Glibc
import Newspaper
import Notes
import Reader
import Resources
import Screen
import State

/// Times of opening very many clippings, of keys in their list until the screen is drawn, and of a search in them.
func benchClippings(_ words: [String]) throws -> Int32 {
  let options = try Options(words, numbers: ["--clippings"])
  let count = options.number("--clippings", default: 100_000)
  let log = RecordLog(path: "/tmp/baolan-bench-\(getpid())/clippings.jsonl")
  defer {
    unlink(log.path)
    rmdir("/tmp/baolan-bench-\(getpid())")
  }
  try log.append((0..<count).map { RecordChange(before: nil, after: clipping($0).record) })
  var clippings: StoredClippings?
  let loads = (0..<5).map { _ in ContinuousClock().measure { clippings = StoredClippings(log.load().value) } }
  guard let clippings else { return 1 }
  let bytes = UnsafeBufferPointer(start: bl_default_keymap(), count: bl_default_keymap_length)
  let keymap = Keymap.read([(String(decoding: bytes, as: UTF8.self), "the default keymap")]).keymap
  for size in [Size(columns: 80, rows: 24), Size(columns: 160, rows: 50)] { benchScreens(of: clippings, size, keymap) }
  let searches = ["责任", "tag:环保7", "没有这个词", "看"].map { line in
    "\(line) " + "\(ContinuousClock().measure { _ = clippings.indices(ClippingQuery(line)) })"
  }
  say("\(clippings.count) clippings loaded in \(loads.min() ?? .zero); searches: " + searches.joined(separator: ", "))
  return 0
}

/// An invented clipping with a number.
private func clipping(_ number: Int) -> Clipping {
  let paragraph = "要坚持问题导向，强化责任担当，抓好整改落实，推动生态强省建设不断迈上新台阶。"
  let issue = IssueReference(id: "issue-\(number % 5000)", paper: "晨报", date: "2021-06-22", lead: "头条")
  let start = SourcePosition(page: 1, line: 1 + number % 90)
  let anchor = Anchor(
    start: start, end: start, before: paragraph, head: paragraph, tail: paragraph, after: paragraph)
  return Clipping(
    issue: issue, headline: "第\(number)篇：全市重大项目集中开工", page: 1, article: 1,
    text: String(repeating: paragraph, count: 1 + number % 6), note: number % 3 == 0 ? "看 \(number)" : "",
    tags: ["水", "环保\(number % 100)"], anchor: anchor)
}

/// Opens the list of clippings and presses keys in it.
private func benchScreens(of clippings: StoredClippings, _ size: Size, _ keymap: Keymap) {
  var reader = Reader(corpusName: "bench", issues: [IssueSummary](), keymap: keymap, language: .english, size: size)
  let opening = ContinuousClock().measure {
    _ = reader.receive(clippings: clippings, marks: [], corrections: [])
    _ = reader.execute("clippings")
    var surface = Surface(size: size)
    _ = reader.draw(on: &surface)
  }
  var times: [Duration] = []
  for round in 0..<4000 {
    let key: Character = round % 7 == 0 ? "G" : round % 5 == 0 ? "b" : round % 3 == 0 ? "k" : "j"
    times.append(
      ContinuousClock().measure {
        _ = reader.handle(.key(Key(.character(key))))
        var surface = Surface(size: size)
        _ = reader.draw(on: &surface)
      })
  }
  times.sort()
  say(
    "\(size.columns) × \(size.rows): first screen \(opening), key median \(times[times.count / 2]), "
      + "p99 \(times[times.count * 99 / 100])")
}
