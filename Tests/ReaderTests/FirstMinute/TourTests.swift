import Goldens
import Newspaper
import Screen
import Strings
import Testing

@testable import Reader

/// The tour of README: the beginning of each of its lines, and keys that show what it speaks of.
private let steps: [(line: String, keys: String)] = [
  ("j k", "jk<enter>j"),
  ("/ hengyang", "/hengyang<enter>n"),
  ("g / 工程", "<esc><esc>g/工程<enter><tab>"),
  ("v", "<tab>qgg<enter>v"),
  ("w   r", "j<enter>w"),
  ("] [", "q]}"),
  ("V   y Y", "Vjcto<space>read<space>again<space>#town<enter>"),
  ("e   :split", "e"),
  ("g c   g d", "<esc>gc"),
  ("|   E", "<enter>:export<space>markdown<enter>"),
  (": theme dark", ":the<tab>"),
]

@Suite("The tour of README") struct TourTests {
  @Test(
    "Keys in, screens out, as a person read them",
    arguments: [(80, 24), (120, 40), (40, 10)], [Language.english, .chinese])
  func screens(_ size: (columns: Int, rows: Int), _ language: Language) {
    var desk = Desk(Papers.seeds, columns: size.columns, rows: size.rows, language: language)
    var text = ""
    for (line, keys) in steps {
      desk.type(keys)
      // The program writes the file that it is asked for.
      for case .write(_, let path) in desk.effects {
        desk.carryOut(desk.reader.receive(written: path, failure: nil))
      }
      desk.effects = []
      text += "== \(line) · \(keys) ==\n\(desk.screen)\n"
      expectWhole(desk, "after \(keys) at \(size)")
    }
    expectGolden(text, "tour/\(size.columns)x\(size.rows)-\(language.code)")
  }

  @Test("Every line of README's tour that names keys is gone through, and what it looks for is there")
  func complete() throws {
    let tour = try Repository.text("README.md").split(separator: "## A tour")[1].split(separator: "```")[1]
    let lines = tour.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("baolan ") && !$0.hasPrefix("cd ") }
    #expect(lines.count == steps.count)
    for (line, step) in zip(lines, steps) { #expect(line.hasPrefix(step.line), "\(line)") }
    var desk = Desk(Papers.seeds, language: .english)
    desk.type("/hengyang<enter>")
    #expect(desk.reader.found?.matches.isEmpty == false)
    desk.type("<esc>g/工程<enter>")
    #expect(desk.reader.results?.shown?.answer.total ?? 0 > 5)
  }
}
