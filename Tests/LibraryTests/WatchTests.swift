import Foundation
import Newspaper
import Synchronization
import TestFolders
import Testing

@testable import Library

@Suite("A corpus that is watched")
struct WatchTests {
  /// The reports of a watch, and who waits for them.
  private final class Listener: Sendable {
    private let said = Mutex<[CorpusWatch.News]>([])

    func hear(_ news: CorpusWatch.News) { said.withLock { $0.append(news) } }

    /// Waits for a corpus that satisfies a condition.
    func corpus(where condition: @escaping (Corpus, Set<String>) -> Bool) async throws -> Corpus {
      while true {
        let found = said.withLock { $0 }.lazy.compactMap { news -> Corpus? in
          if case .changed(let corpus, let changed) = news, condition(corpus, changed) { corpus } else { nil }
        }.first
        if let found { return found }
        try await Task.sleep(for: .milliseconds(20))
      }
    }
  }

  private let desk: CatalogueDesk
  private let listener = Listener()

  init() throws {
    desk = try CatalogueDesk()
    try desk.fill()
  }

  private func watch(_ corpus: Corpus) {
    let watch = CorpusWatch(desk.request) { [listener] in listener.hear($0) }
    Thread.detachNewThread { watch.run(corpus) }
  }

  @Test("A page that comes, changes or goes is told while the reader is open", .timeLimit(.minutes(10)))
  func small() async throws {
    watch(desk.request.openAtOnce())
    try desk.scratch.write("本报讯 今日大雨。", to: "c/y/new.txt")
    _ = try await listener.corpus { corpus, changed in corpus.source(ofIssue: "new") != nil && changed.contains("new") }
    try desk.scratch.write("大雨不止\n本报讯 明日大雨。", to: "c/y/new.txt")
    _ = try await listener.corpus { corpus, _ in corpus.summaries.contains { $0.leadHeadline == "大雨不止" } }
    try FileManager.default.removeItem(atPath: desk.scratch.path + "/c/y/new.txt")
    let corpus = try await listener.corpus { corpus, _ in
      corpus.source(ofIssue: "new") == nil && corpus.shelf.count == desk.issueCount
    }
    try desk.expectTrue(corpus)
  }

  @Test("The next reader of a small corpus shows it by a catalogue as long as no file has changed; commands read it")
  func smallByCatalogue() throws {
    let request = desk.request
    request.keepCatalogue(of: request.openAtOnce(isForReader: true))
    let next = request.openAtOnce(isForReader: true)
    #expect(next.catalogue != nil)
    try desk.expectTrue(next)
    #expect(request.openAtOnce().catalogue == nil)
    #expect(request.open().catalogue == nil)
    try desk.scratch.write("大雨不止\n本报讯 明日大雨。", to: "c/y/new.txt")
    let changed = request.openAtOnce(isForReader: true)
    #expect(changed.catalogue == nil)
    try desk.expectTrue(changed)
  }

  @Test("No catalogue is made of a page or two")
  func fewPages() throws {
    for paths in [
      [desk.scratch.path + "/c/one.txt"], [desk.scratch.path + "/c/one.txt", desk.scratch.path + "/c/two.txt"],
    ] {
      let request = CorpusRequest(paths: paths, folder: CatalogueFolder(desk.cache))
      request.keepCatalogue(of: request.openAtOnce(isForReader: true))
    }
    #expect(!FileManager.default.fileExists(atPath: desk.cache))
  }

  @Test("A large corpus without a catalogue grows, and then has one", .timeLimit(.minutes(10)))
  func large() async throws {
    for number in 0..<80 { try desk.scratch.write("本报讯 \(number)", to: "c/n\(number).txt") }
    let atOnce = desk.request.openAtOnce()
    #expect(atOnce.shelf.isEmpty)
    watch(atOnce)
    try desk.expectTrue(await listener.corpus { corpus, _ in corpus.shelf.count == desk.issueCount + 80 })
    #expect(desk.request.openAtOnce().shelf.count == desk.issueCount + 80)
    try desk.scratch.write("本报讯 又一", to: "c/later/another.txt")
    try desk.expectTrue(await listener.corpus { corpus, _ in corpus.source(ofIssue: "another") != nil })
  }
}
