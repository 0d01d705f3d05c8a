import Newspaper
import Screen
import Strings
import Testing

@testable import Reader

@Suite("The lines that teach at the first start")
struct LessonTests {
  private func desk(_ columns: Int, _ rows: Int, _ language: Language) -> Desk {
    var desk = Desk(Papers.seeds, columns: columns, rows: rows, language: language)
    desk.reader.beginLessons()
    desk.type("j")
    return desk
  }

  @Test("They stand below the list", arguments: [(80, 24, "en"), (120, 40, "zh")])
  func screens(_ columns: Int, _ rows: Int, _ language: String) {
    let desk = desk(columns, rows, language == "en" ? .english : .chinese)
    expectWhole(desk, "\(columns)×\(rows)")
    expectGolden(desk, "lessons/\(columns)x\(rows)-\(language)")
  }

  @Test("They name keys that do what they say", arguments: Lesson.all.indices)
  func keys(_ place: Int) {
    let lesson = Lesson.all[place]
    #expect(Keymap.standard.label(for: lesson.command.command, in: lesson.command.context) != nil)
  }

  @Test("They are below nothing but the list, and not where there is little room")
  func elsewhere() {
    let words = "searches everything here"
    var shown = desk(80, 24, .english)
    #expect(shown.screen.contains(words))
    shown.type("?")
    #expect(!shown.screen.contains(words))
    shown.type("q/")
    #expect(shown.screen.contains(words))
    shown.type("<esc><enter>")
    #expect(!shown.screen.contains(words))
    #expect(!desk(80, 19, .english).screen.contains(words))
    #expect(!desk(40, 10, .english).screen.contains(words))
  }
}
