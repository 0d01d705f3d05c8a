import Foundation
import Newspaper
import Searching
import TestFolders
import Testing

@testable import Library
@testable import System

/// A small corpus with a catalogue all the same, in a folder of its own.
struct CatalogueDesk {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  var cache: String { scratch.path + "/cache" }
  var request: CorpusRequest { CorpusRequest(paths: [scratch.path + "/c"], folder: CatalogueFolder(cache)) }
  var key: CatalogueKey { CatalogueKey(paths: request.paths, encoding: nil) }
  let issueCount = 11

  /// The folder of the catalogue, and its manifest.
  var folder: String { cache + "/" + key.fileName }
  var manifest: String { folder + "/" + Manifest.fileName }

  /// The files of its segments.
  func segmentFiles() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".segment") }.sorted()
      .map { folder + "/" + $0 }
  }

  /// Issues of one page and of several, dated by names, by reports and by neighbours, with a side file.
  func fill() throws {
    for name in ["one", "two", "three"] { try scratch.write("大桥通车\n本报讯 一月三日，\(name)通车。", to: "c/\(name).txt") }
    for day in 1...3 { try scratch.write("会议召开\n本报讯 会议今日召开。", to: "c/y/2001-02-0\(day).txt") }
    try scratch.write("大桥通车\n本报讯 三月三日，大桥通车。", to: "c/y/undated.txt")
    for page in 1...3 { try scratch.write("第\(page)版的稿\n本报讯 今日大雨。", to: "c/1999-05-06/0\(page).txt") }
    for seed in 0..<3 {
      let names = try FileManager.default.contentsOfDirectory(atPath: seeds).sorted()
      try scratch.write(
        Array(Data(contentsOf: URL(fileURLWithPath: seeds + "/" + names[seed]))), to: "c/s/\(seed)a.txt")
    }
    try scratch.write(#"{ "title": "乡报", "issues": { "2001-02-02": { "number": 7 } } }"#, to: "c/y/baolan.json")
    try settle()
  }

  /// Waits until every file and folder is older than the times of this file system are fine: younger ones are looked at
  /// again each time.
  func settle() throws {
    let names = try FileManager.default.subpathsOfDirectory(atPath: scratch.path + "/c")
    for path in [""] + names {
      let stamp = try FileStatus(path: scratch.path + "/c/" + path).stamp
      while stamp.settled(at: FileStamp.now) != stamp { usleep(1000) }
    }
  }

  /// Makes the catalogue, or brings it up to date.
  func make() -> (Corpus, Set<String>) { request.update(request.catalogue(), request.order(tell: nil)) }

  /// The catalogue that is there.
  func found() -> Catalogue? { request.catalogue() }

  func segment(_ bytes: [UInt8]) -> CatalogueSegment? {
    CatalogueSegment(FixedBytes(bytes), roots: request.paths, key: key)
  }

  func fileStamp() throws -> FileStamp { try FileStatus(path: manifest).stamp }

  /// Bytes of all files of the catalogue.
  func size() throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: folder).reduce(0) {
      $0 + (try FileStatus(path: folder + "/" + $1).size)
    }
  }

  /// A corpus is the one that is got by reading everything.
  func expectTrue(_ corpus: Corpus) throws {
    var (corpus, read) = (corpus, Corpus.open(paths: request.paths))
    #expect(corpus.summaries == read.summaries)
    #expect(corpus.problems == read.problems)
    #expect(corpus.shelf.articleCount == read.shelf.articleCount)
    for source in read.sources {
      #expect(corpus.source(ofIssue: source.id) == source)
      #expect(try corpus.issue(source.id) == read.issue(source.id))
    }
  }
}

extension CatalogueSegment {
  /// Asks it everything.
  func useAll() {
    var seen = 0
    for index in -1...min(issues.count, 200) {
      let summary = summary(index)
      seen += (summary?.id.count ?? 0) + (source(index)?.pages.count ?? 0) + (facts(index)?.headline.count ?? 0)
      seen += self.index(ofIssue: summary?.id ?? "") ?? 0
      seen += summary?.date?.value.count ?? 0
    }
    for index in 0...files.count { seen += file(index)?.path.count ?? 0 }
    for index in 0...folders.count { seen += path(ofFolder: index)?.count ?? 0 }
    seen += problems.count + (isSound ? 1 : 0)
    if let folded {
      var writer = FoldedSegmentWriter()
      for member in -1...folded.issueCount { writer.add(member, of: folded) }
      seen += writer.finish().count
    }
    #expect(seen != Int.min)
  }
}

extension SegmentHeader {
  init?(_ bytes: UnsafeRawBufferPointer, _ key: CatalogueKey) {
    self.init(bytes, program: key.program, corpus: key.corpus)
  }

  /// Gives changed tables the checksums of what they are now.
  mutating func seal(_ file: inout [UInt8]) {
    for index in sections.indices {
      let (start, end) = (Int(sections[index].offset), Int(sections[index].offset + sections[index].length))
      sections[index].checksum = checksum(Array(file[start..<end]))
    }
    file.replaceSubrange(0..<Self.length, with: bytes)
  }
}

extension Catalogue {
  /// True if all segments are as they were written.
  var isSound: Bool { isWhole && segments.allSatisfy(\.isSound) }
}
