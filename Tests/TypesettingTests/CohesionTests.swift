import CSystem
import Testing

@testable import Typesetting

@Suite("Where a headline without spaces is broken")
struct CohesionTests {
  private let page = ["年轻人参加义务劳动，义务教育也在内", "他们说，劳动最美", "城市的公园里，公园管理处请人参加"]

  private func lines(_ head: String, measure: Int, knowing texts: [String]) -> [String] {
    var setting = LineSetting(measure: measure, alignment: .centered, balanced: true)
    setting.cohesion = Cohesion(of: head, in: texts)
    return setLines(head, setting).map { String(decoding: Array(head.utf8)[$0.range], as: UTF8.self) }
  }

  @Test("It is broken between words of the language, and between those that its page knows, not within one")
  func betweenWords() {
    let head = "年轻人参加公园义务劳动"
    #expect(lines(head, measure: 14, knowing: []) == ["年轻人参加", "公园义务劳动"])
    #expect(lines(head, measure: 14, knowing: page + [head]) == ["年轻人参加", "公园义务劳动"])
    // A name that is on the page only.
    let named = "沿岸人家到秣渚浣纱栽竹"
    #expect(lines(named, measure: 14, knowing: []) == ["沿岸人家到秣", "渚浣纱栽竹"])
    let texts = ["他在秣渚，又去秣渚", "从秣渚来", named]
    #expect(lines(named, measure: 14, knowing: texts) == ["沿岸人家到", "秣渚浣纱栽竹"])
  }

  @Test("After a mark it is broken rather than where its lines would be more even")
  func afterMarks() {
    let head = "公园管理处！年轻人参加“义务劳动”"
    #expect(lines(head, measure: 24, knowing: page + [head]) == ["公园管理处！", "年轻人参加“义务劳动”"])
  }

  @Test("An ordinal is not parted from its number")
  func ordinals() {
    let head = "常委会第52次会议举行"
    let texts = ["常委会第51次会议，委员会第2次，大会第3次", head]
    #expect(lines(head, measure: 12, knowing: texts).allSatisfy { !$0.hasPrefix("5") })
  }

  @Test("What only the headline itself says proves nothing")
  func noProofByItself() {
    #expect(Cohesion(of: "沿岸到秣渚栽", in: ["沿岸到秣渚栽"]) == Cohesion(of: "沿岸到秣渚栽"))
    #expect(Cohesion(of: "公园", in: page + ["公园"])[3] > 0)
  }

  @Test("Of a page without an end the beginning is read")
  func endlessPage() {
    let endless = sequence(first: "秣渚里的花") { _ in "他们在秣渚" }
    #expect(Cohesion(of: "城市秣渚", in: endless)[9] == Cohesion(of: "城市秣渚", in: endless.prefix(100_000))[9])
    #expect(Cohesion(of: "城市秣渚", in: endless)[9] > 0)
    #expect(Cohesion(of: "城市秣渚", in: sequence(first: "") { _ in "" })[9] == 0)
  }

  @Test(
    "Every line fits, and nothing is lost, at every measure", arguments: [4, 6, 8, 10, 14, 18, 22, 40])
  func fits(measure: Int) {
    let head = "城市公园请年轻人参加“义务劳动”，总投资2.5亿元"
    let broken = lines(head, measure: measure, knowing: page + [head])
    #expect(broken.joined() == head)
    #expect(broken.allSatisfy { displayWidth($0) <= max(measure, 8) })
  }

  @Test("White space parts no figure from its unit, and none that a mark follows from what it counts")
  func figures() {
    let sum = "总投资额 256.96亿元，总引资额 256.46亿元"
    #expect(lines(sum, measure: 24, knowing: []) == ["总投资额 256.96亿元，", "总引资额 256.46亿元"])
    #expect(lines("全市项目总投资408 亿元", measure: 14, knowing: []).allSatisfy { !$0.hasPrefix("亿") })
    #expect(lines("确保污水处理厂 2020年建成投入使用", measure: 20, knowing: []).last == "2020年建成投入使用")
  }
}
