import Newspaper
import Reader
import Resources
import Screen

/// Times of keys in a long list of issues, each until the screen is drawn.
func benchList(_ words: [String]) throws -> Int32 {
  let options = try Options(words, numbers: ["--issues"])
  let shelf = LongShelf(count: options.number("--issues", default: 100_000))
  let bytes = UnsafeBufferPointer(start: bl_default_keymap(), count: bl_default_keymap_length)
  let keymap = Keymap.read([(String(decoding: bytes, as: UTF8.self), "the default keymap")]).keymap
  for size in [Size(columns: 80, rows: 24), Size(columns: 160, rows: 50)] {
    var reader = Reader(corpusName: "bench", issues: shelf, keymap: keymap, language: .english, size: size)
    _ = reader.start()
    var times: [Duration] = []
    for round in 0..<4000 {
      let keys: [Character] = round % 7 == 0 ? ["G"] : round % 11 == 0 ? ["g", "g"] : [round % 3 == 0 ? "k" : "j"]
      for key in keys { times.append(time(of: .key(Key(.character(key))), &reader)) }
    }
    times.sort()
    print("\(size.columns) × \(size.rows): median \(times[times.count / 2]), p99 \(times[times.count * 99 / 100])")
  }
  return 0
}

private func time(of event: Event, _ reader: inout Reader) -> Duration {
  ContinuousClock().measure {
    _ = reader.handle(event)
    var surface = Surface(size: reader.size)
    _ = reader.draw(on: &surface)
  }
}

/// Issues that are made when they are asked for.
private struct LongShelf: IssueShelf {
  let count: Int
  var articleCount: Int { count * 8 }

  subscript(index: Int) -> IssueSummary {
    let date = IssueDate(
      year: 2021 - index / 365, month: 12 - index % 12, day: 28 - index % 28, certainty: .stated, source: .sideFile)
    return IssueSummary(
      id: "issue-\(index)", title: nil, date: date, articleCount: 8, leadHeadline: "第\(index)期：全市重大项目集中开工 总投资创历史新高")
  }

  func index(ofIssue id: String) -> Int? { Int(id.dropFirst("issue-".count)) }
}
