import Newspaper
import TestFolders
import Testing

@testable import Library
@testable import PageParsing

@Suite("Weights beside a corpus")
struct PersonalTableTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private static let page = "水库加固工程完工\n\n本报讯 水库加固工程昨天完工，比计划早了一个月。\n\n沿岸三个乡的堤防也已修好。\n"

  /// The number of articles that a page in a folder is read as, with some bytes as the table beside it.
  private func articleCount(_ folder: String, table: [UInt8]?) throws -> Int? {
    try scratch.write(Self.page, to: folder + "/2021-06-22.txt")
    if let table { try scratch.write(table, to: folder + "/baolan.model") }
    var corpus = Corpus.open(paths: [scratch.path + "/" + folder])
    return try corpus.issue("2021-06-22")?.articles.count
  }

  @Test("They go before the built-in ones, unless they are for another version of the program")
  func table() throws {
    var model = LabelModel(rowCount: LabelProblem.rowCount, jointCount: LabelProblem.jointCount)
    model.bias[LineLabel.bareStart.rawValue] = 50
    #expect(try articleCount("none", table: nil) == 1)
    #expect(try articleCount("own", table: model.bytes()) == 3)
    #expect(try articleCount("strange", table: Array("BLM0".utf8)) == 1)
  }

  @Test("A catalogue is made anew when they change")
  func catalogue() throws {
    try scratch.write(Self.page, to: "c/2021-06-22.txt")
    let paths = [scratch.path + "/c"]
    let before = CatalogueKey(paths: paths, encoding: nil)
    #expect(CatalogueKey(paths: paths, encoding: nil) == before)
    try scratch.write(Array("BLM1".utf8), to: "c/baolan.model")
    #expect(CatalogueKey(paths: paths, encoding: nil) != before)
  }
}
