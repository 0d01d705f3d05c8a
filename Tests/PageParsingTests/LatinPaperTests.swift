import Newspaper
import Testing

@testable import PageParsing

@Suite("Papers in Latin letters, as scans have them")
struct LatinPaperTests {
  private func texts(_ page: String) -> [String] {
    parse(page).articles.flatMap { $0.blocks(.paragraph).map(\.passage.text) }
  }

  private func titles(_ page: String) -> [String] { parse(page).articles.map(\.title) }

  private let fair = """
    The fair on the common drew a large crowd on Thursday,
    and the booths were lit until midnight. The prize for
    the best honey went to a boy of ten.
    """
  private let ferry = """
    The ferry at the lower landing ran upon a bar in the fog
    and stuck there until the tide rose. Nobody was hurt,
    and the cattle on board were taken off in boats.
    """

  @Test(
    "Headlines may end with a full stop",
    arguments: [
      ("THE FAIR ON THE COMMON.", "A FERRY AGROUND."), ("The Fair on the Common.", "A Ferry Aground."),
      ("A FAIR.", "Ferry Aground in the Fog."), ("LA FOIRE DU VILLAGE.", "LE BAC ÉCHOUÉ."),

    ])
  func stoppedHeads(first: String, second: String) {
    #expect(titles("\(first)\n\n\(fair)\n\n\(second)\n\n\(ferry)\n") == [first, second])
  }

  @Test("Korean keeps the spaces between its words and its half-width marks")
  func korean() {
    let page = """
      새 다리가 열리다

      어제 오후 강을 건너는 새 다리가 열렸다. 마을 사람들은 다리 위를 걸으며 기뻐했고, 아이들은
      노래를 불렀다. 공사는 두 해가 걸렸다고 한다.

      """
    #expect(titles(page) == ["새 다리가 열리다"])
    #expect(
      texts(page) == [
        "어제 오후 강을 건너는 새 다리가 열렸다. 마을 사람들은 다리 위를 걸으며 기뻐했고, 아이들은 노래를 불렀다. 공사는 두 해가 걸렸다고 한다."
      ])
  }

  @Test("Signs and rules are no headlines", arguments: ["//", "—o—", "-----", "* * *", "--oOo--", "i |", "_____"])
  func rules(sign: String) {
    let page = "THE FAIR ON THE COMMON\n\n\(fair)\n\n\(sign)\n\nA FERRY AGROUND\n\n\(ferry)\n"
    #expect(titles(page) == ["THE FAIR ON THE COMMON", "A FERRY AGROUND"])
  }

  @Test("Heads between rules are heads", arguments: ["--------", "————————", "========"])
  func headsBetweenRules(rule: String) {
    let page = "A FERRY AGROUND.\n\(rule)\n\(ferry)\n\(rule)\nTHE FAIR.\n\(rule)\n\(fair)\n"
    let issue = parse(page)
    #expect(issue.articles.map(\.title) == ["A FERRY AGROUND.", "THE FAIR."])
    #expect(issue.articles.allSatisfy { $0.blocks.allSatisfy { $0.passage.text != rule } })
  }

  @Test("Rows of prices with points between stay apart")
  func leaders() {
    let page = "MARKETS.\n\nWheat, per bushel . . . . 12s.\nBarley, per bushel . . . . 7s.\nHay, per ton ....... 60s.\n"
    #expect(
      texts(page) == ["Wheat, per bushel . . . . 12s.", "Barley, per bushel . . . . 7s.", "Hay, per ton ....... 60s."])
  }

  @Test("A head whose line ends within a word is one head")
  func dividedHead() {
    #expect(
      titles("A LARGE CROWD AT THE FAIR ON THURS-\nDAY NIGHT\n\n\(fair)\n") == [
        "A LARGE CROWD AT THE FAIR ON THURSDAY NIGHT"
      ])
  }

  @Test("A dash, or a hyphen behind a space, divides a word that stands elsewhere", arguments: ["–", " -", "\u{2011}"])
  func otherHyphens(sign: String) {
    let page =
      "THE FERRY\n\nThe ferry at the lower land\(sign)\ning ran upon a bar, and the landing was closed at noon.\n"
    #expect(texts(page) == ["The ferry at the lower landing ran upon a bar, and the landing was closed at noon."])
  }

  @Test(
    "A hyphen of any kind divides a word, unless it belongs to it",
    arguments: [
      ("the new bar¬\nracks are", "the new barracks are"), ("the new bar\u{AD}\nracks are", "the new barracks are"),
      ("the new bar\u{2010}\nracks are", "the new barracks are"), ("the new bar-\nracks are", "the new barracks are"),
      ("Miss Holt-\nWebber sang", "Miss Holt-Webber sang"), ("his mother-in-\nlaw came", "his mother-in-law came"),
      ("some forty-\nfive men", "some forty-five men"),
      ("the two- and\nthree-storey shops", "the two- and three-storey shops"),
      ("CON-\nTINUED", "CONTINUED"), ("the well-\nknown man", "the well-known man"),
      ("he is so-\ncial here", "he is social here"), ("his mother-\nin-law came", "his mother-in-law came"),
      ("one-\nhalf and two-\nthirds of it", "one-half and two-thirds of it"),
    ])
  func hyphens(lines: String, joined: String) {
    let page = "COUNCIL MEETS\n\nOn Monday night it was said in the hall that \(lines) in the town now.\n"
    #expect(texts(page).first == "On Monday night it was said in the hall that \(joined) in the town now.")
  }

  @Test(
    "German and French have hyphens of their own",
    arguments: [
      (
        "Die Wald⸗\narbeiter ſind da, die Garten- und\nFeldarbeiter nicht.",
        "Die Waldarbeiter ſind da, die Garten- und Feldarbeiter nicht."
      ),
      (
        "Die Obſt=\nbäume und die Stein-\nund Kernfrüchte ſind gut.",
        "Die Obſtbäume und die Stein- und Kernfrüchte ſind gut."
      ),
      (
        "Der Zuk-\nker und die Kartoffel ſind nicht teuer und das iſt gut.",
        "Der Zucker und die Kartoffel ſind nicht teuer und das iſt gut."
      ),
      (
        "On a demandé dans les rues : est-\nce une grève pour les uns ?",
        "On a demandé dans les rues : est-ce une grève pour les uns ?"
      ),
      (
        "De Noord-\nen Zuid-Hollanders met de zee-\nen landmacht.",
        "De Noord- en Zuid-Hollanders met de zee- en landmacht."
      ),
      (
        "Le chef-\nd’œuvre est dans la ville depuis aujour-\nd’hui.",
        "Le chef-d’œuvre est dans la ville depuis aujourd’hui."
      ),
      ("Les ou-\nvriers sont dans les rues.", "Les ouvriers sont dans les rues."),
      ("Les gens sont dans la ville d'Aix-\nla-Chapelle.", "Les gens sont dans la ville d'Aix-la-Chapelle."),
    ])
  func otherLanguages(lines: String, joined: String) {
    #expect(texts("NACHRICHTEN AUS DER STADT\n\n\(lines)\n").joined(separator: " ") == joined)
  }

  @Test("A word that a line breaks without a sign is whole where the page has it whole")
  func bareBreaks() {
    let page = """
      THE NEW FOUNDRY

      The owners of the old foundry said that the foun
      dry would be sold, and that a way would be found. They
      went a
      way at noon, far away from the place.
      """
    let seldom =
      "THE PLAY\n\nThe play was short, and the applau\nse was great. Applause is seldom so loud in this hall.\n"
    #expect(texts(seldom).first?.contains("the applause was") == true)
    let text = texts(page).joined(separator: " ")
    #expect(text.contains("that the foundry would be sold"))
    #expect(text.contains("went a way at noon"))
  }

  @Test(
    "Abbreviations and ordinals at a line's end end no sentence",
    arguments: [
      ("It was Capt.\nMoore who came", "It was Capt. Moore who came"),
      ("He lives at No.\n27 in that road", "He lives at No. 27 in that road"),
      ("They sold to Lane & Co.\nfor a small sum", "They sold to Lane & Co. for a small sum"),
      ("The case of Ward v.\nHale on Sat.\nFeb. 9", "The case of Ward v. Hale on Sat. Feb. 9"),
      ("He came on Nov.\n14 to the town", "He came on Nov. 14 to the town"),
      ("Le discours de M.\nMartin fut long", "Le discours de M. Martin fut long"),
      ("Das Feſt iſt am 3.\nMai in der Stadt", "Das Feſt iſt am 3. Mai in der Stadt"),
      ("Het huis van Mevr.\nJansen is verkocht", "Het huis van Mevr. Jansen is verkocht"),
      ("De heer mr.\nJansen heeft gesproken", "De heer mr. Jansen heeft gesproken"),
      ("Die Firma Schmidt u.\nCo. hat das Haus in der Stadt", "Die Firma Schmidt u. Co. hat das Haus in der Stadt"),
      ("They paid five pounds and 10s.\n6d. for it", "They paid five pounds and 10s. 6d. for it"),
    ])
  func abbreviations(lines: String, joined: String) {
    let page = "COUNCIL MEETS AGAIN\n\n\(lines) as was said before by those who know.\n"
    #expect(texts(page) == ["\(joined) as was said before by those who know."])
  }
}
