import Newspaper
import Testing

@testable import PageParsing

/// The repaired text of a page that holds one paragraph.
private func paragraph(_ lines: String...) -> Passage? {
  let page = "市政府召开专题会议部署工作\n\n本报讯 3月3日，会议召开。\n\n" + lines.joined(separator: "\n\n") + "\n"
  return parse(page).articles.first?.blocks(.paragraph).last?.passage
}

@Suite("Repairs of what a reader sees")
struct RepairTests {
  @Test(
    "Noise goes, meaning stays",
    arguments: [
      ("周农 出席衡阳分会场会议,并就贯彻落实动 员会精神发表讲话。", "周农出席衡阳分会场会议，并就贯彻落实动员会精神发表讲话。"),
      ("总投资 256.96 亿元,同比增长 3.5 %。", "总投资256.96亿元，同比增长3.5 %。"),
      ("采用 PPP 模式,网址 www.example.com/a,b 可查。", "采用 PPP 模式，网址 www.example.com/a,b 可查。"),
      ("早上8:30开会,比分2:1,约1,000人参加;大家都到了!", "早上8:30开会，比分2:1，约1,000人参加；大家都到了！"),
      ("树牢\"四个意识\"和\"大局\"观念。", "树牢“四个意识”和“大局”观念。"),
      ("工程(一期)开工,标准为GB(2019)版。", "工程（一期）开工，标准为GB(2019)版。"),
      ("温度为-100℃,型号HS90H,长5.36公里。", "温度为-100℃，型号HS90H，长5.36公里。"),
    ])
  func texts(line: String, text: String) {
    #expect(paragraph(line)?.text == text)
  }

  @Test("What a column edge broke is joined, and the joint says why")
  func joins() throws {
    let passage = try #require(paragraph("朱健指出,衡阳县狠抓安全生", "产工作,整体成效明显,积累了很多值得推广的经验。"))
    #expect(passage.text == "朱健指出，衡阳县狠抓安全生产工作，整体成效明显，积累了很多值得推广的经验。")
    #expect(passage.lines == [5, 7])
    let joint = try #require(passage.repairs.first { $0.kind == .joined })
    #expect(joint.line == 7 && joint.because == .lineUnfinished(line: 5))
  }

  @Test("Every character of a repaired text leads back to the scan's own")
  func wayBack() throws {
    let line = "周农 出席\"大会\",并讲话。"
    let passage = try #require(paragraph(line))
    let source = Array(line.utf8)
    var offset = 0
    for character in passage.text {
      let place = passage.sourcePosition(at: offset)
      #expect(place.line == 5)
      let start = String(decoding: source[place.offset...].prefix(3), as: UTF8.self)
      let isMark = ["“", "”", "，"].contains(String(character))
      #expect(isMark ? ["\"", ","].contains(start.first) : start.first == character)
      #expect(passage.offset(of: place) == offset)
      offset += String(character).utf8.count
    }
  }

  @Test("Words of other scripts keep their spaces, and a divided word is made whole")
  func latin() {
    let page = """
      COUNCIL VOTES TO REPAIR THE OLD BRIDGE

      The council voted on Monday to repair the old bridge over the river before the winter, which the engi-

      neers had asked for since the spring, and to close the road for two weeks while the work is being done there.
      """
    let text = parse(page).articles.first?.blocks(.paragraph).first?.passage.text ?? ""
    #expect(text.contains("which the engineers had asked"))
    #expect(text.contains("repair the old bridge"))
  }
}
