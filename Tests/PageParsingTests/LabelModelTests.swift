import Newspaper
import Testing

@testable import PageParsing

@Suite("The learned weights")
struct LabelModelTests {
  private func model() -> LabelModel {
    var model = LabelModel(rowCount: LabelProblem.rowCount, jointCount: LabelProblem.jointCount)
    model.bias[LineLabel.start.rawValue] = 1.5
    model.turns[LineLabel.head.rawValue][LineLabel.next.rawValue] = -4
    model.rows[7][LineLabel.headStart.rawValue] = 2
    model.rows[model.rows.count - 1][LineLabel.item.rawValue] = -0.25
    model.joints[model.joints.count - 1][LineLabel.caption.rawValue] = 0.5
    return model
  }

  @Test("A model comes back from its file as it was")
  func roundTrip() throws {
    let written = model()
    let read = try #require(LabelModel(bytes: written.bytes()))
    #expect(read.bias == written.bias && read.opening == written.opening && read.turns == written.turns)
    #expect(read.rows == written.rows)
    #expect(read.joints == written.joints)
  }

  @Test("Of more weights than a file has room for the weightiest stay")
  func limit() throws {
    var many = model()
    for row in many.rows.indices.prefix(100) { many.rows[row][LineLabel.start.rawValue] = 0.01 }
    let bytes = many.bytes(limit: 400)
    #expect(bytes.count <= 400)
    let read = try #require(LabelModel(bytes: bytes))
    #expect(read.turns == many.turns && read.rows[7] != .zero && read.rows[99] == .zero)
  }

  @Test("Bytes that are no model, or one for other features, are none")
  func refused() {
    #expect(LabelModel(bytes: []) == nil)
    #expect(LabelModel(bytes: Array("none".utf8)) == nil)
    var other = model().bytes()
    other[12] ^= 1
    #expect(LabelModel(bytes: other) == nil)
  }

  @Test("The program has learned weights for its features, in at most 400 KB")
  func builtIn() throws {
    let learned = try #require(LabelModel(PackedModel.learned))
    #expect(learned.rows.count == LabelProblem.rowCount)
    #expect(learned.bytes().count <= 400_000)
  }

  @Test("Weights that are added up in their file give the same labels as weights that are written out")
  func packed() throws {
    let packed = try #require(PackedModel.learned)
    let written = try #require(LabelModel(packed))
    for text in SamplePages.all {
      let features = PageFeatures(PageReading(Page(number: 1, path: "a.txt", text: PageText(text)), .handSet))
      #expect(PageScores(packed, features).path() == PageScores(written, features).path())
    }
  }

  @Test("Every line of every sample page has features within the table, and no label costs the page a line")
  func features() {
    for text in SamplePages.all {
      let problem = LabelProblem(Page(number: 1, path: "a.txt", text: PageText(text)))
      #expect(problem.rows.allSatisfy { $0 < LabelProblem.rowCount })
      #expect((problem.joints + problem.farJoints).allSatisfy { $0 < LabelProblem.jointCount })
      #expect(problem.starts.count == problem.lines.count + 1)
    }
  }
}
