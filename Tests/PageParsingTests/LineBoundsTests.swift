import Newspaper
import Testing

@testable import PageParsing

@Suite("Labels that a line cannot have")
struct LineBoundsTests {
  /// A dirty line that looks like a byline behind a bullet and like running text at once.
  private let page = """
    LA FOIRE DU VILLAGE

    Le mot de marchand vient de loin et il est resté
    ■ dans la vieille ville et porte une idée de
    bonté, de travail, de patience. Les marchands du
    village ne sont autre chose que des paysans qui
    vendent le dimanche, et leurs femmes les aident.
    Ils restent jusqu'à midi sur la place et s'en vont.

    """

  @Test("A line of which the rules leave nothing that it could be is read as if there were none")
  func noneLeft() {
    let reading = PageReading(Page(number: 1, path: "a.txt", text: PageText(page)), .handSet, learned: .learned)
    for (line, scores) in (reading.certainties ?? []).enumerated() {
      #expect(LineLabel.allCases.contains { scores[$0.rawValue] != LabelModel.never }, "line \(line)")
    }
    #expect(parse(page).articles.map(\.title) == ["LA FOIRE DU VILLAGE"])
  }

  @Test("Lines of a narrow column in Latin letters are no verse, though no mark stands in them")
  func narrowColumn() {
    let page = """
      THE FAIR OF THE VILLAGE

      The old fair was held again
      in the meadow by the river
      where the farmers brought
      their cattle and the women
      their butter and their eggs
      in baskets of green willow
      that are made in the hills.

      """
    let reading = PageReading(Page(number: 1, path: "a.txt", text: PageText(page)), .handSet, learned: .learned)
    #expect(reading.judged.allSatisfy { !$0.evidence.contains(.inStanza) })
    #expect(parse(page).articles.first?.blocks(.paragraph).count == 1)
  }
}
