import FoundationEssentials
import Library
import Newspaper

/// A page with its truth.
struct LearningPage: Sendable {
  /// The folder that it comes from: pages of one shape.
  var family: String
  var name: String
  var page: Page
  var gold: GoldPage
  /// The times that it counts.
  var weight: Float = 1
  /// New pages that are made of the items of its family.
  var recomposed = 0
  /// Pages of one group share their texts or their day, and stay on one side of a fold.
  var group: String
}

extension LearningPage {
  /// The pages of a folder with a `gold.json`, or of a gold file whose pages lie beside it or in the folder beside its
  /// own that has its name, ordered by name.
  /// - Parameter path: the folder or file; `@4` behind it has its pages count four times, `+160` behind that has as
  ///   many pages made of their items.
  static func read(_ path: String) throws -> [LearningPage] {
    let words = path.split(separator: "@")
    let figures = words.count == 2 ? words[1].split(separator: "+").map { Int($0) ?? 1 } : []
    let place = URL(fileURLWithPath: words.first.map(String.init) ?? path)
    let isFile = place.pathExtension == "json"
    let goldPlace = isFile ? place : place.appendingPathComponent("gold.json")
    let gold = try JSONDecoder().decode(GoldFile.self, from: Data(contentsOf: goldPlace))
    let family = isFile ? place.deletingPathExtension().lastPathComponent : place.lastPathComponent
    let folder = goldPlace.deletingLastPathComponent()
    let folders = [folder, folder.deletingLastPathComponent().appendingPathComponent(family)]
    let papers = Set(gold.keys.map(paper))
    return gold.keys.sorted().compactMap { name in
      guard let entry = gold[name], let text = placedText(name, in: folder) ?? text(entry, name, in: folders) else {
        return nil
      }
      let page = Page(number: 1, path: name, text: text)
      let group = papers.count >= leastPapers ? paper(name) : day(name) ?? name
      return LearningPage(
        family: family, name: name, page: page, gold: entry, weight: Float(figures.first ?? 1),
        recomposed: figures.count > 1 ? figures[1] : 0, group: group)
    }
  }

  /// From so many papers on the pages of a family are grouped by paper, else by day.
  private static let leastPapers = 4

  private static func text(_ entry: GoldPage, _ name: String, in folders: [URL]) -> PageText? {
    let files = folders.lazy.compactMap {
      try? String(contentsOf: $0.appendingPathComponent(name + ".txt"), encoding: .utf8)
    }
    return (entry.text ?? files.first).map(PageText.init)
  }

  /// The page of a file with places, if there is one.
  private static func placedText(_ name: String, in folder: URL) -> PageText? {
    let files = ["json", "xml", "hocr"].map { folder.appendingPathComponent(name + "." + $0).path }
    guard let file = files.first(where: FileManager.default.fileExists) else { return nil }
    var corpus = Corpus.open(paths: [file])
    return corpus.sources.first.flatMap { try? corpus.issue($0.id) }?.pages.first?.text
  }

  private static func paper(_ name: String) -> String { String(name.prefix { $0 != "_" }) }

  /// Eight digits on end, which are a day.
  private static func day(_ name: String) -> String? {
    name.split { !$0.isNumber }.first { $0.count == 8 }.map(String.init)
  }
}
