import Newspaper
import Strings
import Testing

@testable import Reader

extension Desk {
  /// The texts that were to be read aloud, and their languages.
  fileprivate var spoken: [String] {
    effects.compactMap { if case .speak(let text, let language) = $0 { language + ": " + text } else { nil } }
  }
}

@Suite("Reading aloud") struct SpeakingTests {
  @Test("An article is read aloud from the place that one is at; again ends it")
  func article() {
    var desk = Desk(Papers.all, columns: 80, rows: 12, language: .english)
    desk.type("<enter>]<enter>:speak<enter>")
    #expect(desk.spoken.first?.hasPrefix("zh: 春风送暖入南山") == true, "\(desk.spoken)")
    #expect(desk.spoken.first?.contains("孩子走路上学只要十分钟") == true)
    #expect(desk.status.contains("read aloud; :speak ends it"))
    desk.effects = []
    desk.type(":speak<enter>")
    #expect(desk.effects == [.endSpeech])
    #expect(desk.status.contains("no longer read aloud"))
    desk.effects = []
    desk.type("G:speak<enter>")
    #expect(desk.spoken.count == 1)
    #expect(desk.spoken.first?.contains("春风送暖") == false)
    #expect(desk.spoken.first?.contains("孩子走路上学只要十分钟") == true)
  }

  @Test("A selection is what is read aloud")
  func selection() {
    var desk = Desk(Papers.all, columns: 80, rows: 30, language: .english)
    desk.type("<enter>]<enter>ggV:speak<enter>")
    #expect(desk.spoken == ["zh: 春风送暖入南山 书声琅琅满校园"])
    #expect(desk.reader.layers.isEmpty)
  }

  @Test("From the contents it is the whole article, in Chinese words too")
  func contents() {
    var desk = Desk(Papers.all, columns: 80, rows: 30)
    desk.type("<enter>]:speak<enter>")
    #expect(desk.spoken.first?.hasPrefix("zh: 春风送暖入南山") == true)
    #expect(desk.status.contains("正在朗读"))
  }

  @Test("Where nothing reads aloud it says what to do")
  func missing() {
    var desk = Desk(Papers.all, columns: 100, rows: 30, language: .english)
    desk.type("<enter>:speak<enter>")
    desk.carryOut(desk.reader.receive(speechEnd: []))
    #expect(desk.status.contains("install espeak-ng or spd-say, or :set speaker COMMAND"))
    desk.type(":speak<enter>")
    desk.carryOut(desk.reader.receive(speechEnd: ["say-it"], isMissing: true))
    #expect(desk.status.contains("say-it is not there"))
    desk.type(":speak<enter>")
    desk.carryOut(desk.reader.receive(speechEnd: ["say-it"], failure: 3))
    #expect(desk.status.contains("say-it ended with 3"))
    desk.type(":speak<enter>")
    desk.carryOut(desk.reader.receive(speechEnd: ["say-it"]))
    desk.effects = []
    desk.type(":speak<enter>")
    #expect(desk.spoken.count == 1, "it had ended by itself, so that this begins it again")
  }

  @Test("The command is a setting, which stays")
  func setting() {
    var desk = Desk(Papers.all, columns: 80, rows: 30, language: .english)
    desk.type(":set<space>speaker<space>say<space>-l<space>{lang}<enter>")
    #expect(desk.reader.settings.speaker == "say -l {lang}")
    #expect(Settings(byName: desk.reader.settings.byName).speaker == "say -l {lang}")
    var settings = Settings()
    let isTaken = settings.take("speaker=say -l {lang}", themes: ThemeCatalog())
    #expect(isTaken && settings.speaker == "say -l {lang}", "the command line takes it, too")
  }

  @Test(
    "The language is told by letters and words",
    arguments: [
      ("清水绕村过", "zh"), ("清水繞村過 1949", "zh"), ("川の水は村を回って流れる。", "ja"), ("마을을 돌아 맑은 물이 흐른다", "ko"),
      ("Чистая вода", "ru"), ("The water of the village is clear, and that was it.", "en"),
      ("Les eaux du village et une source qui est dans le pré.", "fr"),
      ("Das Wasser ist klar und der Weg ist nicht weit von den Häusern.", "de"),
      ("Het water van een dorp en de weg zijn niet ver.", "nl"), ("", "en"), ("NASA 与各国合作", "zh"),
    ])
  func languages(_ text: String, _ code: String) { #expect(spokenLanguage(of: text) == code) }
}
