import Chance
import Foundation
import Newspaper
import Searching
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
    let manifest = try Array(Data(contentsOf: URL(fileURLWithPath: shelf.manifest)))
    let bytes = try #require(FixedBytes(mapping: shelf.segmentFiles()[0]))
    var key = shelf.key
    #expect(CatalogueSegment(bytes, roots: shelf.request.paths, key: key) != nil)
    #expect(Manifest(manifest, for: key) != nil)
    key.program &+= 1
    #expect(CatalogueSegment(bytes, roots: shelf.request.paths, key: key) == nil)
    #expect(Manifest(manifest, for: key) == nil)
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

  @Test("However pages come, change and go, it says what reading all of it says, in few segments", arguments: 0..<3)
  func life(seed: Int) throws {
    var random = RandomSource(seed: UInt64(seed))
    try shelf.fill()
    try shelf.expectTrue(shelf.make().0)
    for round in 0..<30 {
      let name = "c/\(["", "y/", "z/", "1999-05-06/"][Int.random(in: 0..<4, using: &random)])"
      switch Int.random(in: 0..<8, using: &random) {
      case 0: try? FileManager.default.removeItem(atPath: shelf.scratch.path + "/\(name)n\(round / 2).txt")
      case 1: try shelf.scratch.write("大桥通车\n本报讯 三月\(round % 28 + 1)日通车。", to: name + "undated\(round % 5).txt")
      case 2: try shelf.scratch.write("第二版\n本报讯 大雨。", to: name + "2001-02-0\(round % 9 + 1).txt")
      default: try shelf.scratch.write("本报讯 第\(round)回大雨", to: name + "n\(round).txt")
      }
      if round % 3 == 0 { try shelf.settle() }
      try shelf.expectTrue(shelf.make().0)
    }
    let found = try #require(shelf.found())
    try shelf.expectTrue(Corpus(found, encoding: nil))
    #expect(found.segments.count < 12)
    #expect(found.isSound)
    try expectSameText(found)
  }

  /// The folded text of a catalogue is the one that is made anew.
  private func expectSameText(_ catalogue: Catalogue) throws {
    let (kept, anew) = (Corpus(catalogue, encoding: nil), Corpus.open(paths: shelf.request.paths))
    for text in ["大雨", "本报讯", "dayu", "kind:article", "二版 near/9 雨"] {
      let question = CorpusQuestion(number: 1, query: try Query.parse(text))
      #expect(kept.search().answer(to: question) == anew.search().answer(to: question), "\(text)")
    }
  }

  @Test("A page that is added is all that is written")
  func added() throws {
    for number in 0..<400 { try shelf.scratch.write("本报讯 第\(number)回\n大雨下了一天。", to: "c/n\(number).txt") }
    try shelf.settle()
    _ = shelf.make()
    let large = try shelf.size()
    try shelf.scratch.write("本报讯 新桥通车。", to: "c/n7a.txt")
    let (corpus, changed) = shelf.make()
    #expect(changed == ["n7a"] && corpus.shelf.count == 401)
    #expect(try shelf.size() < large + 4096)
  }

  @Test("Pages that are added one by one are written a few times, and stand in few segments")
  func addedOneByOne() throws {
    try shelf.fill()
    _ = shelf.make()
    for number in 0..<80 {
      try shelf.scratch.write("本报讯 第\(number)回\n大雨下了一天。", to: "c/n\(number).txt")
      let catalogue = try #require(shelf.make().0.catalogue)
      #expect(catalogue.segments.count < 16)
      #expect(try shelf.segmentFiles().count == catalogue.segments.count)
    }
    let merged = shelf.request.merge(try #require(shelf.found()))
    #expect(merged.segments.count < 10)
    try shelf.expectTrue(Corpus(merged, encoding: nil))
    try shelf.expectTrue(Corpus(#require(shelf.found()), encoding: nil))
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

  @Test("A byte that is another, or an end that is missing: it says what is right, or is given up", arguments: 0..<8)
  func damage(seed: Int) throws {
    var random = RandomSource(seed: UInt64(seed))
    for _ in 0..<12 {
      let file = try (shelf.segmentFiles() + [shelf.manifest]).randomElement(using: &random)
      let path = try #require(file)
      var bytes = try Array(Data(contentsOf: URL(fileURLWithPath: path)))
      if Int.random(in: 0..<4, using: &random) == 0 {
        bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
      } else {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
      }
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
      // A reader looks at the tables of a large catalogue later.
      let mostChecked = Bool.random(using: &random) ? Int.max : 0
      let sound = shelf.request.catalogue(mostChecked: mostChecked)?.without { !$0.isSound }
      try shelf.expectTrue(shelf.request.update(sound, shelf.request.order(tell: nil)).corpus)
      let found = try #require(shelf.found())
      #expect(found.isSound)
      try shelf.expectTrue(Corpus(found, encoding: nil))
    }
  }

  @Test("Whatever the tables say, even under right checksums, nothing leads outside", arguments: 0..<8)
  func liesUnderSeal(seed: Int) throws {
    var random = RandomSource(seed: UInt64(seed))
    let path = try shelf.segmentFiles().max { try FileStatus(path: $0).size < FileStatus(path: $1).size }
    let file = try #require(path)
    let sound = try Array(Data(contentsOf: URL(fileURLWithPath: file)))
    for round in 0..<30 {
      var bytes = sound
      var header = try #require(bytes.withUnsafeBytes { SegmentHeader($0, shelf.key) })
      for _ in 0..<20 {
        let place = header.sections[Int.random(in: 0..<header.sections.count, using: &random)]
        guard place.length > 0 else { continue }
        let byte = Int(place.offset) + Int.random(in: 0..<Int(place.length), using: &random)
        bytes[byte] = [0, 0xFF, 0x7F, UInt8.random(in: 0...255, using: &random)].randomElement(using: &random) ?? 0
      }
      header.seal(&bytes)
      shelf.segment(bytes)?.useAll()
      guard round % 8 == 0 else { continue }
      // Also where they are merged with what is new.
      try Data(bytes).write(to: URL(fileURLWithPath: file), options: .atomic)
      guard let found = shelf.found() else { continue }
      try shelf.scratch.write("本报讯 \(round)", to: "c/y/round\(round).txt")
      _ = shelf.request.update(found, shelf.request.order(tell: nil))
      _ = shelf.found().map(shelf.request.merge)
      return
    }
  }

  @Test("Only the pages of a damaged segment are read again")
  func damagedSegment() throws {
    for number in 0..<20 { try shelf.scratch.write("本报讯 \(number)", to: "c/n\(number).txt") }
    try shelf.settle()
    _ = shelf.make()
    let files = try shelf.segmentFiles()
    try shelf.scratch.write("本报讯 新桥", to: "c/y/new.txt")
    _ = shelf.make()
    let new = try #require(Set(shelf.segmentFiles()).subtracting(files).first)
    try Data(Data(contentsOf: URL(fileURLWithPath: new)).dropLast()).write(to: URL(fileURLWithPath: new))
    let (corpus, changed) = shelf.make()
    #expect(changed == ["new"])
    try shelf.expectTrue(corpus)
  }

  @Test("A segment that is truncated while it is used reads as zeros, and is given up")
  func truncated() throws {
    let found = try #require(shelf.found())
    for file in try shelf.segmentFiles() {
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
      try handle.truncate(atOffset: 0)
    }
    #expect(!found.isSound)
    #expect(found.isTorn && !found.isCurrent())
    for segment in found.segments { segment.useAll() }
    try shelf.expectTrue(shelf.make().0)
  }
}
