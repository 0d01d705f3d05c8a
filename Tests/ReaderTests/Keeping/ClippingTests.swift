import Chance
import Newspaper
import Notes
import Screen
import Testing

@testable import Reader

private func desk(_ keys: String, columns: Int = 60, rows: Int = 16) -> Desk {
  Desk(typing: keys, columns: columns, rows: rows)
}

extension Desk {
  /// The texts that were copied.
  fileprivate var copied: [String] {
    effects.compactMap { if case .copy(let text) = $0 { text } else { nil } }
  }
}

@Suite("Selecting and copying") struct SelectionTests {
  @Test("y copies the article with a line that says where it stands, and the terminal is said to have it")
  func copiesTheArticle() {
    var desk = desk("j<enter>j<enter>y")
    #expect(desk.copied.count == 1)
    let lines = desk.copied[0].split(separator: "\n")
    #expect(lines.first == "首条有轨电车线路试运行")
    #expect(lines.last == "—— 2022-12-02 ≈ · p. 1 · lines 5–9 · baolan:winter/2#p1.5")
    desk.carryOut(desk.reader.receive(copied: .terminal))
    #expect(desk.status.contains("copied") && desk.status.contains("首条有轨电车"))
    desk.carryOut(desk.reader.receive(copied: .file("/tmp/copied.txt")))
    #expect(desk.reader.message?.text.hasSuffix("into /tmp/copied.txt") == true)
    desk.carryOut(desk.reader.receive(copied: .nowhere("no room")))
    #expect(desk.status.contains("not copied: no room"))
  }

  @Test("V selects a passage, j more of them; what follows is about these, and the selection is over")
  func selects() {
    var desk = desk("<enter>j<enter>V")
    #expect(desk.status.contains("1 passage"))
    desk.type("jj")
    #expect(desk.status.contains("3 passages"))
    #expect(desk.screen.contains("▌"))
    desk.type("y")
    let text = desk.copied[0]
    #expect(text.hasPrefix("春风送暖入南山 书声琅琅满校园\n\n南山小学新校舍落成"))
    #expect(text.contains("李校长") && !text.contains("本报讯"))
    #expect(desk.reader.context == .article && !desk.screen.contains("▌"))
  }

  @Test("o goes to the other end, k takes back, G takes all; esc and V leave the selection")
  func bothEnds() {
    var desk = desk("<enter>j<enter>Vjjoj")
    #expect(desk.status.contains("2 passages"))
    desk.type("okk")
    #expect(desk.status.contains("2 passages"))
    desk.type("G")
    #expect(desk.copied.isEmpty && desk.reader.context == .selection)
    desk.type("<esc>")
    #expect(desk.reader.context == .article && desk.status.hasPrefix(" 2023"))
    desk.type("VV")
    #expect(desk.reader.context == .article)
  }

  @Test("The moving end stays in sight on every screen", arguments: [(40, 10), (80, 24), (120, 40), (20, 5)])
  func staysInSight(_ columns: Int, _ rows: Int) {
    var desk = desk("<enter>j<enter>V", columns: columns, rows: rows)
    for key in ["j", "j", "j", "j", "j", "k", "k", "G", "gg"] {
      desk.type(key)
      if columns > 20 { #expect(desk.screen.contains("▌"), "after \(key): \(desk.screen)") }
    }
  }

  @Test(
    "Each form of copying",
    arguments: [
      ("link", "baolan:winter/2#p1.5"), ("raw", "首条有轨电车线路试运行\n本报记者 周一\n试运行期间，市民可免费乘坐。\n"),
      (
        "markdown",
        "## 首条有轨电车线路试运行\n\n*本报记者 周一*\n\n试运行期间，市民可免费乘坐。\n\n"
          + "—— 2022-12-02 ≈ · p. 1 · lines 5–9 · baolan:winter/2\\#p1.5\n"
      ),
    ])
  func forms(_ form: String, _ text: String) {
    #expect(desk("j<enter>j<enter>:copy<space>\(form)<enter>").copied == [text])
  }

  @Test("Copied Markdown shows its text as it is: no line of it is an item of a list, a heading or a reference")
  func markdownIsText() {
    let lines = ["1. 车票", "+ 加车", "=", "甲&amp;乙", "隐\u{202E}字"]
    let parts: [(role: Block.Role, text: String)] = lines.map { (.paragraph, $0) }
    let excerpt = Excerpt(
      issue: IssueReference(id: "winter"), article: 1, headline: "", page: 1, parts: parts)
    #expect(
      excerpt.markdown(Phrases(.english)).hasPrefix(
        "1\\. 车票\n\n\\+ 加车\n\n\\=\n\n甲\\&amp;乙\n\n隐&#x202E;字\n\n"))
  }

  @Test("In the list of issues y copies the issue; among hits the hit; nothing is said to be copied where nothing is")
  func otherScreens() {
    var list = Desk(Papers.all, columns: 120, rows: 20)
    list.type("jy")
    #expect(list.copied[0].contains("白菜") && list.copied[0].contains("免费乘坐"))
    var hits = desk("g/白菜<enter>y")
    #expect(hits.copied[0].contains("白菜、萝卜") && hits.copied[0].contains("baolan:winter/1#p1.3"))
    hits.type("q")
    var small = Desk(Papers.all, columns: 80, rows: 6)
    small.type("y")
    #expect(small.copied.isEmpty, "the issue is not open yet")
  }
}

@Suite("Clipping") struct ClippingTests {
  @Test("c clips with a note and tags; g c lists the clipping, enter opens it at its place")
  func thereAndBack() {
    var desk = desk("<enter>j<enter>Vjc")
    #expect(desk.status.contains("✎"))
    desk.type("看看<space>#学校<space>#新闻<enter>")
    #expect(desk.status.contains("clipped “南山小学新校舍落成"))
    desk.type("jjjgc")
    #expect(desk.screen.contains("2023-04-12 ≈  南山小学新校舍"))
    #expect(desk.screen.contains("✎ 看看  #学校  #新闻"))
    desk.type("<enter>")
    #expect(desk.reader.context == .article && desk.reader.place.top == 0)
    #expect(desk.screen.contains("┊"))
  }

  @Test("An entry goes on behind its headline, which is not said twice, and has no third line without a note")
  func entry() {
    let desk = desk("<enter>jj<enter>c<enter>gc", columns: 80, rows: 24)
    #expect(desk.line(2).contains("让读书声更响亮"))
    #expect(desk.line(3).contains("p. 1 · ") && !desk.line(3).contains("让读书声更响亮"))
    let reversed = (2..<6).map { row in desk.present().surface[0, row].style.attributes.contains(.reverse) }
    #expect(reversed == [true, true, false, false])
  }

  @Test("A search narrows the list as one types; esc at the prompt puts it back, esc in the list shows all")
  func searching() {
    var desk = desk("<enter>j<enter>c#甲<enter>]c#乙<enter>gc")
    #expect(desk.line(0).hasSuffix("2"))
    desk.type("/tag:甲")
    #expect(desk.line(0).contains("1 of 2 · tag:甲"))
    #expect(desk.screen.contains("南山小学") && !desk.screen.contains("读书声更响亮"))
    desk.type("<esc>")
    #expect(desk.screen.contains("读书声更响亮"))
    desk.type("/每个孩子<enter>")
    #expect(desk.line(0).contains("1 of 2"))
    desk.type("<esc>")
    #expect(desk.reader.context == .clippings && desk.line(0).hasSuffix("2"))
    desk.type("q")
    #expect(desk.reader.context == .article)
  }

  @Test("Note and tags are edited, a clipping deleted, and u takes each back with its words")
  func editing() {
    var desk = desk("<enter>j<enter>c<enter>gcte")
    desk.type("<ctrl-u>#水<enter>")
    #expect(desk.screen.contains("#水"))
    desk.type("e要读<enter>")
    #expect(desk.screen.contains("✎ 要读"))
    desk.type("d")
    #expect(desk.reader.context == .article && desk.status.contains("deleted the clipping"))
    desk.type("u")
    #expect(desk.status.contains("undone: deleted the clipping “南山小学新校舍落成"))
    desk.type("gcu")
    #expect(!desk.screen.contains("✎ 要读") && desk.screen.contains("#水"))
    desk.type("<ctrl-r>")
    #expect(desk.screen.contains("✎ 要读"))
  }

  @Test("C has the note written in the editor: tags have a #, and what stands below the cut is no part of it")
  func editor() {
    var desk = desk("<enter>j<enter>C")
    guard case .edit(let text, let kind)? = desk.effects.last else {
      Testing.Issue.record("no editor")
      return
    }
    #expect(text.contains("南山小学新校舍"))
    desk.carryOut(desk.reader.receive(edited: "第一行\n\n第二行\n#学校 #新闻\n" + text, of: kind))
    let clipping = desk.reader.notebook.clippings[-1]
    #expect(clipping?.note == "第一行\n\n第二行" && clipping?.tags == ["学校", "新闻"])
    #expect(clipping?.text.contains("南山小学") == true)
  }

  @Test("A note for which nothing is written makes no clipping, and that is said")
  func noNote() {
    var desk = desk("<enter>j<enter>C")
    desk.carryOut(desk.reader.receive(edited: nil, of: .newNote))
    #expect(desk.reader.notebook.clippings.count == 0 && desk.status.contains("nothing was written"))
  }

  @Test("The sign at the text's edge is there as long as the clipping is")
  func signs() {
    var desk = desk("<enter>j<enter>c<enter>")
    #expect(desk.screen.contains("┊"))
    desk.type("u")
    #expect(!desk.screen.contains("┊"))
  }

  @Test("What was stored is there with what was made since, and a change to it is one of the store's clipping")
  func stored() {
    var desk = desk("<enter>j<enter>c<enter>")
    let old = Clipping(
      id: "old", issue: IssueReference(id: "winter", date: "2022-12-02", lead: "冬储蔬菜供应充足 价格平稳"), headline: "旧", page: 1,
      article: 1, text: "旧的", anchor: nil)
    desk.engine?.clippings = [old]
    desk.carryOut(desk.reader.receive(clippings: [old], marks: [], corrections: []))
    desk.type("gcG")
    #expect(desk.screen.contains("2022-12-02  旧"))
    desk.type("t水<enter>")
    var new = old
    new.tags = ["水"]
    #expect(desk.effects.last == .keep([.clipping(before: old, after: new)]))
    desk.type("/旧<enter>")
    #expect(desk.line(0).contains("1 of 2"))
    desk.type("d<esc>")
    #expect(desk.line(0).hasSuffix("1"))
    desk.type("gcu")
    #expect(desk.line(0).hasSuffix("2"))
  }

  @Test("Every size has its list", arguments: [(80, 24), (120, 40), (40, 10), (20, 5), (1, 1)])
  func sizes(_ columns: Int, _ rows: Int) {
    var desk = desk("<enter>j<enter>c看看<enter>gc", columns: 80, rows: 24)
    desk.resize(columns: columns, rows: rows)
    if columns >= 40 { #expect(desk.screen.contains("▸ 2023-04-12")) }
    desk.type("Vo/x<esc>m<esc>")
  }
}

@Suite("Marks and jumps") struct MarkTests {
  @Test("m and a letter marks a place, ' and the letter goes there, '' back and forth")
  func marks() {
    var desk = desk("<enter>j<enter>5jma")
    #expect(desk.status.contains("mark a in"))
    desk.type("'a")
    let there = desk.line(2)
    desk.type("gg}<enter>'a")
    #expect(desk.reader.selectedID == "spring" && desk.line(2) == there)
    desk.type("''")
    #expect(desk.reader.selectedID == "winter")
    desk.type("''")
    #expect(desk.reader.selectedID == "spring" && desk.line(2) == there)
  }

  @Test("A letter without a mark is said, with those that there are; marks are listed, opened and deleted")
  func listed() {
    var desk = desk("<enter>j<enter>ma:marks<enter>")
    #expect(desk.screen.contains("▸ a") && desk.screen.contains("南山小学"))
    desk.type("q'x")
    #expect(desk.status.contains("no mark x; there are: a"))
    desk.type(":marks<enter>du")
    #expect(desk.status.contains("undone: deleted the mark a"))
    desk.type("'a")
    #expect(desk.reader.context == .article)
  }

  @Test("ctrl-o goes back over jumps, issues too, alt-o forth again")
  func jumps() {
    var desk = desk("<enter>j<enter>:article<space>3<enter>}<enter>")
    #expect(desk.reader.selectedID == "winter")
    desk.type("<ctrl-o>")
    #expect(desk.reader.selectedID == "spring" && desk.reader.visit.article == 2)
    desk.type("<ctrl-o>")
    #expect(desk.reader.visit.article == 1)
    desk.type("<ctrl-o>")
    #expect(desk.status.contains("no jump"))
    desk.type("2<alt-o>")
    #expect(desk.reader.selectedID == "winter")
  }
}

@Suite("Undoing") struct UndoTests {
  @Test("M goes to the next unread article, in the next issue too; :read marks all, u takes it back")
  func unread() {
    var desk = desk("<enter><enter>M")
    #expect(desk.reader.visit.article == 1)
    desk.type(":read<enter>")
    #expect(desk.status.contains("marked 2 articles read"))
    desk.type("M")
    #expect(desk.reader.selectedID == "winter" && desk.reader.context == .article)
    desk.type("u{<enter>")
    #expect(desk.reader.visit.read.count == 2)
  }

  @Test("10,000 deeds by chance, undone and done again, give the state of before each time")
  func manyDeeds() {
    var chance = RandomSource(seed: 15)
    var desk = Desk(Papers.all, columns: 60, rows: 12)
    desk.type("<enter>j<enter>")
    var states = [State(desk.reader)]
    let letters = ["a", "b", "c"]
    for number in 0..<10_000 {
      let clippings = desk.reader.notebook.clippings
      let some = clippings.count > 0 ? clippings[clippings.entries[chance.below(clippings.count)]] : nil
      switch chance.below(7) {
      case 0, 1: desk.reader.clip(desk.reader.excerpts(), note: "\(number)", tags: [])
      case 2: desk.reader.mark(letters[chance.below(3)])
      case 3: desk.reader.toggleRead()
      case 4:
        guard let some else { continue }
        var new = some
        new.note = "changed \(number)"
        desk.reader.change(some, to: new)
      case 5:
        guard let some else { continue }
        desk.reader.carryOut(Deed(words: Phrase("x"), changes: [.clipping(before: some, after: nil)]))
      default:
        desk.reader.visit.article = chance.below(4)
        continue
      }
      if chance.oneIn(5) {
        desk.reader.undo(1)
        #expect(State(desk.reader) == states.last)
        desk.reader.redo(1)
      }
      states.append(State(desk.reader))
    }
    let last = states.count - 1
    for index in stride(from: last - 1, through: 0, by: -1) {
      desk.reader.undo(1)
      if index % 97 == 0 { #expect(State(desk.reader) == states[index], "undone to \(index)") }
    }
    for index in 1...last {
      desk.reader.redo(1)
      if index % 89 == 0 { #expect(State(desk.reader) == states[index], "done again to \(index)") }
    }
    #expect(State(desk.reader) == states[last])
  }

  /// The things that deeds change.
  private struct State: Equatable {
    let clippings: [Clipping?]
    let marks: [Mark]
    let read: Set<Int>

    init(_ reader: Reader) {
      clippings = reader.notebook.clippings.entries.prefix(40).map { reader.notebook.clippings[$0] }
      marks = reader.notebook.marks
      read = reader.visit.read
    }
  }
}
