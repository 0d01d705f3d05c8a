import Chance
import Foundation
import Newspaper
import TestFolders
import Testing

@testable import Library
@testable import System

@Suite("A catalogue")
struct CatalogueTests {
  let shelf: CatalogueDesk

  init() throws { shelf = try CatalogueDesk() }

  @Test("What it says of a corpus is what reading all of it says")
  func sameAsReading() throws {
    try shelf.fill()
    let (made, _) = shelf.make()
    try shelf.expectTrue(made)
    let found = try #require(shelf.found())
    try shelf.expectTrue(Corpus(found, encoding: nil))
    #expect(found.isCurrent())
  }

  @Test("An issue is found by its id, and no other")
  func ids() throws {
    try shelf.fill()
    let catalogue = try #require(shelf.make().0.catalogue)
    for index in catalogue.indices { #expect(catalogue.index(ofIssue: catalogue[index].id) == index) }
    #expect(catalogue.index(ofIssue: "nobody") == nil)
    #expect(catalogue[-1].id.isEmpty && catalogue[catalogue.count].id.isEmpty)
  }

  @Test("Nothing changed: nothing is read again, and the file stays")
  func unchanged() throws {
    try shelf.fill()
    _ = shelf.make()
    _ = shelf.make()
    let before = try shelf.fileStamp()
    #expect(shelf.make().1.isEmpty)
    #expect(try shelf.fileStamp() == before)
  }

  @Test("A changed page, a new one, one that is gone: each is noticed, and only what changed is told")
  func changes() throws {
    try shelf.fill()
    _ = shelf.make()
    try shelf.scratch.write("本报讯 今日大雨。\n大雨下了一天。", to: "c/one.txt")
    try shelf.scratch.write("本报讯 新桥通车。\n桥长一里。", to: "c/1998-01-05.txt")
    try FileManager.default.removeItem(atPath: shelf.scratch.path + "/c/two.txt")
    #expect(try !#require(shelf.found()).isCurrent())
    let (corpus, changed) = shelf.make()
    #expect(changed == ["one", "1998-01-05"])
    try shelf.expectTrue(corpus)
    #expect(corpus.source(ofIssue: "two") == nil)
  }

  @Test("A page that was only touched is no change")
  func touched() throws {
    try shelf.fill()
    _ = shelf.make()
    let path = shelf.scratch.path + "/c/one.txt"
    try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 1e9)], ofItemAtPath: path)
    #expect(try !#require(shelf.found()).isCurrent())
    #expect(shelf.make().1.isEmpty)
  }

  @Test("A page of the same size, whose time was put back, is a change")
  func disguised() throws {
    try shelf.fill()
    _ = shelf.make()
    let path = shelf.scratch.path + "/c/one.txt"
    let date = try #require(FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date)
    let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: path)))
    try shelf.scratch.write(Array(bytes.reversed().map { $0 & 0x7F | 0x20 }), to: "c/one.txt")
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
    #expect(shelf.make().1 == ["one"])
  }

  @Test("What a side file says is taken in without reading a page")
  func sideFile() throws {
    try shelf.fill()
    _ = shelf.make()
    try shelf.scratch.write(#"{ "title": "镇报", "issues": { "one": { "date": "1951-02-03" } } }"#, to: "c/baolan.json")
    let (corpus, changed) = shelf.make()
    #expect(changed.isEmpty)
    #expect(corpus.summaries.first { $0.id == "one" }?.date?.value == "1951-02-03")
    try shelf.expectTrue(corpus)
    try FileManager.default.removeItem(atPath: shelf.scratch.path + "/c/baolan.json")
    try shelf.expectTrue(shelf.make().0)
  }

  @Test("A page that cannot be read is told each time, and read once it can be")
  func unreadable() throws {
    try shelf.fill()
    try shelf.scratch.write([0, 1, 2], to: "c/bad.txt")
    #expect(shelf.make().0.problems.count == 1)
    #expect(shelf.make().0.problems.count == 1)
    try shelf.scratch.write("本报讯 今日大雨。", to: "c/bad.txt")
    let corpus = shelf.make().0
    #expect(corpus.problems.isEmpty)
    try shelf.expectTrue(corpus)
  }

  @Test("It serves from wherever the corpus is named, with the paths that are given then")
  func otherNames() throws {
    try shelf.fill()
    _ = shelf.make()
    let path = shelf.scratch.path + "/c"
    for name in [path + "/", path + "/../c", shelf.scratch.path + "//c"] {
      let request = CorpusRequest(paths: [name], folder: shelf.request.folder)
      let catalogue = try #require(request.catalogue())
      let read = Corpus.open(paths: [name])
      #expect(
        Set(catalogue.indices.compactMap(catalogue.source).flatMap(\.paths)) == Set(read.sources.flatMap(\.paths)))
    }
  }

  @Test("Another corpus, another encoding, another program has no use for it")
  func foreign() throws {
    try shelf.fill()
    _ = shelf.make()
    let bytes = try #require(FixedBytes(mapping: shelf.file()))
    var key = shelf.key
    #expect(Catalogue(bytes, roots: shelf.request.paths, key: key) != nil)
    key.program &+= 1
    #expect(Catalogue(bytes, roots: shelf.request.paths, key: key) == nil)
    #expect(CatalogueKey(paths: shelf.request.paths, encoding: .big5) != shelf.key)
    #expect(CatalogueKey(paths: shelf.request.paths + ["/x"], encoding: nil) != shelf.key)
  }

  @Test("Where it cannot be kept, it is told, and the corpus opens")
  func noRoom() throws {
    try shelf.fill()
    let file = try shelf.scratch.write("", to: "file")
    let request = CorpusRequest(paths: shelf.request.paths, folder: CatalogueFolder(file + "/cache"))
    let corpus = request.update(nil, request.order(tell: nil)).corpus
    #expect(corpus.problems.map(\.message).contains { $0.contains("read without a catalogue") })
    #expect(corpus.summaries == Corpus.open(paths: request.paths).summaries)
  }

  @Test("Several that make it at once do no harm")
  func several() async throws {
    try shelf.fill()
    let request = shelf.request
    await withTaskGroup(of: Int.self) { group in
      for _ in 0..<6 { group.addTask { request.update(nil, request.order(tell: nil)).corpus.shelf.count } }
      for await count in group { #expect(count == shelf.issueCount) }
    }
    try shelf.expectTrue(Corpus(#require(shelf.found()), encoding: nil))
    #expect(try FileManager.default.contentsOfDirectory(atPath: shelf.cache).count == 1)
  }

  @Test("A small corpus has none, a large one has one, and none where none is wanted")
  func sizes() throws {
    for number in 0..<64 { try shelf.scratch.write("本报讯 \(number)", to: "c/n\(number).txt") }
    #expect(shelf.request.open().catalogue == nil)
    #expect(!FileManager.default.fileExists(atPath: shelf.cache))
    try shelf.scratch.write("本报讯 又一", to: "c/another.txt")
    let withoutCache = CorpusRequest(paths: shelf.request.paths).open()
    #expect(withoutCache.shelf.count == 65)
    #expect(!FileManager.default.fileExists(atPath: shelf.cache))
    #expect(shelf.request.openAtOnce().shelf.isEmpty)
    #expect(shelf.request.open().shelf.count == 65)
    #expect(shelf.request.openAtOnce().shelf.count == 65)
    try shelf.expectTrue(withoutCache)
  }

  @Test("What was mapped stays as it was when another takes its place")
  func replaced() throws {
    try shelf.fill()
    let old = try #require(shelf.make().0.catalogue)
    let before = old.indices.map { old[$0] }
    for number in 0..<40 { try shelf.scratch.write("本报讯 \(number)", to: "c/n\(number).txt") }
    #expect(shelf.make().0.shelf.count == before.count + 40)
    #expect(old.indices.map { old[$0] } == before)
  }

  @Test("Where half of a segment is out of date it is made anew; the text of each issue is where it is said to be")
  func segments() throws {
    try shelf.fill()
    for round in 0..<6 {
      for number in 0..<round * 4 { try shelf.scratch.write("本报讯 第\(round)回 \(number)", to: "c/n\(number).txt") }
      let catalogue = try #require(shelf.make().0.catalogue)
      let places = (0..<catalogue.segmentCount).flatMap { segment in
        (0..<catalogue.memberCount(ofSegment: segment)).compactMap { catalogue.issue(ofSegment: segment, member: $0) }
      }
      #expect(places.sorted() == Array(catalogue.indices))
      #expect(catalogue.isSound())
    }
  }
}

@Suite("A damaged catalogue")
struct DamagedCatalogueTests {
  let shelf: CatalogueDesk

  init() throws {
    shelf = try CatalogueDesk()
    try shelf.fill()
    _ = shelf.make()
  }

  @Test("A byte that is another, or an end that is missing: it says what is right, or nothing", arguments: 0..<8)
  func damage(seed: Int) throws {
    var random = RandomSource(seed: UInt64(seed))
    let sound = try Array(Data(contentsOf: URL(fileURLWithPath: shelf.file())))
    let expected = Corpus.open(paths: shelf.request.paths).summaries
    for _ in 0..<60 {
      var bytes = sound
      if Int.random(in: 0..<4, using: &random) == 0 {
        bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
      } else {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
      }
      guard !bytes.isEmpty, let catalogue = shelf.catalogue(bytes) else { continue }
      #expect(catalogue.indices.map { catalogue[$0] } == expected)
      for number in 0..<catalogue.segmentCount {
        guard catalogue.isSound(segment: number), let segment = catalogue.segment(number) else { continue }
        #expect(segment.elementsEqual(sound[CatalogueHeader.length...].prefix(segment.count)))
      }
    }
  }

  @Test("Whatever the tables say, even under right checksums, nothing leads outside", arguments: 0..<8)
  func liesUnderSeal(seed: Int) throws {
    var random = RandomSource(seed: UInt64(seed))
    let sound = try Array(Data(contentsOf: URL(fileURLWithPath: shelf.file())))
    for _ in 0..<40 {
      var bytes = sound
      var header = try #require(bytes.withUnsafeBytes { CatalogueHeader($0, shelf.key) })
      for _ in 0..<20 {
        let place = header.sections[Int.random(in: 0..<header.sections.count, using: &random)]
        guard place.length > 0 else { continue }
        let byte = Int(place.offset) + Int.random(in: 0..<Int(place.length), using: &random)
        bytes[byte] = [0, 0xFF, 0x7F, UInt8.random(in: 0...255, using: &random)].randomElement(using: &random) ?? 0
      }
      header.seal(&bytes)
      if let catalogue = shelf.catalogue(bytes) { catalogue.useAll() }
    }
  }

  @Test("One that is damaged is made anew")
  func rebuilt() throws {
    let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: shelf.file())))
    try Data(bytes.prefix(bytes.count / 2)).write(to: URL(fileURLWithPath: shelf.file()))
    #expect(shelf.found() == nil)
    try shelf.expectTrue(shelf.make().0)
    #expect(shelf.found() != nil)
  }

  @Test("A damaged segment is given up, and its issues are folded again")
  func damagedSegment() throws {
    var bytes = try Array(Data(contentsOf: URL(fileURLWithPath: shelf.file())))
    bytes[CatalogueHeader.length + 40] ^= 0xFF
    try Data(bytes).write(to: URL(fileURLWithPath: shelf.file()), options: .atomic)
    #expect(try !#require(shelf.found()).isSound())
    try shelf.expectTrue(shelf.make().0)
    #expect(try #require(shelf.found()).isSound())
  }
}
