import Goldens
import Newspaper
import Screen
import Testing

@testable import Reader
@testable import Typesetting

@Suite("What one chooses of how text is composed")
struct ChoiceTests {
  @Test("A choice is made by its name and completed by tab, and the message says what it means")
  func byName() {
    var desk = Desk(Papers.seeds)
    desk.type(":level<space>g<tab><enter>")
    #expect(desk.reader.settings.level == .gb)
    #expect(desk.status.contains("国标"))
    desk.type(":justify<space>h<tab><enter>:ambiguous<space>w<tab><enter>")
    #expect(desk.reader.settings.justification == .hanging)
    #expect(desk.reader.settings.ambiguous == .wide)
  }

  @Test("Every setting has a value given by :set and is kept under its name", arguments: Setting.all.map(\.name))
  func anySetting(_ name: String) throws {
    let setting = try #require(Setting.named(name))
    for value in setting.values() where value != "front" {
      var desk = Desk(Papers.seeds, columns: 160)
      desk.type("<enter><enter>:set<space>\(name)<space>\(value)<enter>")
      #expect(desk.reader.settings.byName[name] == value)
      #expect(Settings(byName: desk.reader.settings.byName) == desk.reader.settings)
      #expect(!desk.status.contains("没有“"), "\(name) \(value)")
    }
  }

  @Test("tab completes the names of settings, then their values; a setting that there is not is refused")
  func completedSettings() {
    var desk = Desk(Papers.seeds, columns: 160, language: .english)
    desk.type(":set<space>am<tab><space>w<tab>")
    #expect(desk.status.hasPrefix(":set ambiguous wide"))
    desk.type("<ctrl-u>set<space>colour<space>red<enter>")
    #expect(desk.status.contains("no setting \"colour red\""))
    desk.type(":set<space>level<enter>")
    #expect(desk.status.contains(":level takes one of: none, basic, gb, strict"))
  }

  @Test("Settings are also chosen, asked for and switched as in vim")
  func otherWays() {
    var desk = Desk(Papers.seeds, columns: 160, language: .english)
    desk.type(":set<space>level=strict<enter>:set<space>level?<enter>")
    #expect(desk.status.contains("level=strict"))
    desk.type(":set<space>mouse<space>on<enter>:set<space>mouse?<enter>")
    #expect(desk.status.contains("mouse=yes"))
    desk.type(":set<space>nomouse<enter>:set<space>mouse?<enter>")
    #expect(desk.status.contains("mouse=no"))
  }

  @Test("A single column is as wide as is asked for; wider than its pane it has the screen, and the lists come back")
  func measure() {
    var desk = Desk(Papers.seeds, columns: 160, language: .english)
    desk.type("<enter><enter>:measure<space>120<enter>")
    #expect(desk.status.contains("at most 120 columns"))
    #expect(desk.reader.layout.measure == 120 && !desk.reader.layout.isWide)
    desk.type("h")
    #expect(desk.reader.layout.isWide)
    desk.type("<enter>:measure<space>50<enter>")
    #expect(desk.reader.layout.measure == 50 && desk.reader.layout.isWide)
    desk.type(":measure<space>5<enter>")
    #expect(desk.status.contains("auto, 60"))
    desk.type(":measure<space>auto<enter>")
    #expect(desk.reader.settings.measure == nil)
  }

  @Test("Settings of the command line are those of :set; others are refused")
  func typedSettings() {
    var settings = Settings()
    #expect(settings.take("level=gb", themes: ThemeCatalog()) && settings.level == .gb)
    #expect(!settings.take("level=severe", themes: ThemeCatalog()) && settings.level == .gb)
    #expect(!settings.take("theme=none", themes: ThemeCatalog()) && !settings.take("level", themes: ThemeCatalog()))
  }

  @Test("The manual has the table of settings")
  func settingsInManual() throws {
    let themes = ThemeCatalog(["contrast", "dark", "light", "plain"].map { ($0, "", $0) })
    let table = Setting.table(in: .english, themes: themes)
    #expect(try Repository.text("Sources/MANUAL.md").contains(table), "the manual lacks this table:\n\(table)")
  }

  @Test("A name that means nothing changes nothing and names what there is")
  func unknownName() {
    var desk = Desk(Papers.seeds, language: .english)
    desk.type(":level<space>severe<enter>")
    #expect(desk.reader.settings.level == .basic)
    #expect(desk.status.contains("none, basic, gb, strict"))
  }

  @Test("Choices that were kept are in force from the start: the view, the line ends, the theme")
  func kept() {
    let kept = Settings(view: .vertical, showsFront: true, justification: .justified, ambiguous: .narrow)
    var desk = Desk(Papers.seeds, settings: kept)
    desk.type("<enter>")
    #expect(desk.reader.isFront)
    desk.type("<enter>")
    #expect(desk.reader.articleGeometry.form.isVertical)
    #expect(desk.reader.articleGeometry.form.composition.justification == .justified)
    #expect(desk.reader.settings == kept)
  }

  @Test("The printed page is a way to show contents, so that articles keep another")
  func frontIsNoTextView() {
    #expect(Settings(view: .front) == Settings(view: .one, showsFront: true))
  }

  @Test("What moves between views and themes is in the choices, to be kept")
  func noted() {
    var desk = Desk(Papers.seeds)
    desk.type("<enter><enter>:view<space>columns<enter>:theme<space>standard<enter>")
    #expect(desk.reader.settings == Settings(view: .columns, ambiguous: .narrow))
    desk.type("v")
    #expect(desk.reader.settings == Settings(view: .columns, showsFront: true, ambiguous: .narrow))
  }

  @Test(
    "Justified lines end flush, in one column and in columns, and the sentence at the top stays",
    arguments: [
      "one", "columns",
    ])
  func justified(view: String) throws {
    var desk = Desk(Papers.seeds, columns: 80, rows: 24)
    desk.type("<enter>:article<space>6<enter>:view<space>\(view)<enter><space>")
    let top = desk.reader.place.anchor
    #expect(flush(try #require(desk.reader.galley).galley).contains(false))
    desk.type(":justify<space>justified<enter>")
    let lines = flush(try #require(desk.reader.galley).galley)
    #expect(lines.count > 10 && lines.allSatisfy { $0 })
    #expect(desk.reader.place.anchor == top)
  }

  /// For each line of running text that another of its paragraph follows: true if it ends where the measure does.
  private func flush(_ galley: Galley) -> [Bool] {
    zip(galley.lines, galley.lines.dropFirst()).compactMap { line, next in
      guard line.part == .paragraph, next.part == .paragraph, next.block == line.block else { return nil }
      return line.typeset.indent + line.typeset.width == galley.measure
    }
  }

  @Test("In vertical lines marks hang in a row of their own, above the rule and above the screen's last line")
  func hangingVertically() {
    let room = Size(columns: 80, rows: 40)
    let plain = PageGeometry.vertical(in: room)
    let hanging = PageGeometry.vertical(in: room, Composition(justification: .hanging))
    #expect(!plain.form.hasMargin && hanging.form.hasMargin)
    #expect(hanging.size.rows + 1 <= room.rows)
  }
}
