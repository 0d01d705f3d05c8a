import Chance
import Newspaper
import Synchronization
import Testing

@testable import Searching

@Suite("The index of literal text")
struct PairIndexTests {
  /// FNV-1a.
  private static func sum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  private func segment(_ random: inout RandomSource, count: Int = 60) throws -> FoldedSegment {
    var writer = FoldedSegmentWriter()
    for number in 0..<count { writer.add(random.issue(number: number)) }
    return try #require(FoldedSegment(writer.finish()))
  }

  private func opened(_ bytes: [UInt8]) -> PairIndex? {
    let owner = Bytes(bytes)
    return PairIndex(UnsafeRawBufferPointer(owner.bytes), of: 5, checksum: Self.sum, owner: owner)
  }

  private final class Bytes: Sendable {
    nonisolated(unsafe) let bytes: UnsafeMutableRawBufferPointer

    init(_ array: [UInt8]) {
      bytes = .allocate(byteCount: array.count, alignment: 8)
      bytes.copyBytes(from: array)
    }

    deinit { bytes.deallocate() }
  }

  /// Stretches of the folded text, and some that are not in it.
  private func needles(_ segment: FoldedSegment, _ random: inout RandomSource) -> [[UInt8]] {
    let texts = String(decoding: segment.text.map { $0 == FoldedText.separator ? 10 : $0 }, as: UTF8.self)
      .split(separator: "\n").map { Array($0.unicodeScalars) }.filter { !$0.isEmpty }
    let pieces = (0..<300).compactMap { _ -> [UInt8]? in
      guard let text = texts.randomElement(using: &random) else { return nil }
      let start = Int.random(in: 0..<text.count, using: &random)
      let end = min(text.count, start + Int.random(in: 1...5, using: &random))
      var view = String.UnicodeScalarView()
      view.append(contentsOf: text[start..<end])
      return Array(String(view).utf8)
    }
    return pieces + ["重庆重庆", "重庆重", "庆庆", "市市市", "鲸", "重鲸", "发", "�", "�重"].map { Array($0.utf8) }
  }

  @Test("It counts what reading the text counts", arguments: 0..<6)
  func sameAsReading(seed: UInt64) throws {
    var random = RandomSource(seed: seed)
    let segment = try segment(&random)
    let index = try #require(opened(PairIndex.bytes(of: segment, text: 5, checksum: Self.sum)))
    let indexed = segment.indexed(by: index)
    for needle in needles(segment, &random) {
      let (found, read) = (indexed.literalCounts(of: needle), segment.literalCounts(of: needle))
      #expect(found.counts == read.counts, "\(String(decoding: needle, as: UTF8.self))")
      #expect(found.nearly == read.nearly, "\(String(decoding: needle, as: UTF8.self))")
    }
  }

  @Test("It is the same however many characters are sorted at once", arguments: [1, 7, 1000])
  func sortedInParts(most: Int) throws {
    var random = RandomSource(seed: 3)
    let segment = try segment(&random)
    let whole = PairIndex.bytes(of: segment, text: 5, checksum: Self.sum)
    #expect(PairIndex.bytes(of: segment, text: 5, most: most, checksum: Self.sum) == whole)
  }

  @Test("Queries find with it what they find without it", arguments: 0..<6)
  func queries(seed: UInt64) throws {
    var random = RandomSource(seed: seed)
    let segment = try segment(&random)
    let index = try #require(opened(PairIndex.bytes(of: segment, text: 5, checksum: Self.sum)))
    let indexed = segment.indexed(by: index)
    let typed = (0..<60).map { _ in
      let letters = (0..<Int.random(in: 1...7, using: &random))
      return String(letters.compactMap { _ in "chongqishyae".randomElement(using: &random) })
    }
    let words = needles(segment, &random).prefix(60).map { String(decoding: $0, as: UTF8.self) }
    let known = try NeedlePlaces.inEach(of: [indexed], for: Query.parse("chongqing"))[0]
    #expect(!known.known.isEmpty)
    let some = ["chongqing", "zhongqing", "cq", "cqs", "shichang", "chongqings", "重庆 cqs", "重庆 near/9 shi"]
    for text in some + typed + words {
      guard let query = try? Query.parse(text) else { continue }
      let places = NeedlePlaces.inEach(of: [indexed], for: query)[0]
      let (misses, others) = (NearMisses(), NearMisses())
      let day = DayNumber(withoutYear: nil)
      let found = FoldedSlice(of: indexed, places: places, misses: misses, days: { _ in day }).answer(query)
      let read = FoldedSlice(of: segment, misses: others, days: { _ in day }).answer(query)
      #expect(found.map(\.range) == read.map(\.range), "\(text)")
      #expect(misses.issues == others.issues, "\(text)")
    }
  }

  @Test("Of segments behind a key that ended the question nothing is asked")
  func ended() throws {
    var random = RandomSource(seed: 1)
    let segment = try segment(&random)
    let index = try #require(opened(PairIndex.bytes(of: segment, text: 5, checksum: Self.sum)))
    let indexed = segment.indexed(by: index)
    var asked = 0
    let places = try NeedlePlaces.inEach(of: [indexed, indexed, indexed], for: Query.parse("chongqing")) {
      asked += 1
      return asked < 2
    }
    #expect(places.map(\.known.isEmpty) == [false, true, true])
  }

  @Test("Damaged, it is none, or counts what reading the text counts", arguments: 0..<6)
  func damaged(seed: UInt64) throws {
    var random = RandomSource(seed: seed)
    let segment = try segment(&random, count: 30)
    let sound = PairIndex.bytes(of: segment, text: 5, checksum: Self.sum)
    let needles = needles(segment, &random)
    for _ in 0..<60 {
      var bytes = sound
      bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
      if Int.random(in: 0..<5, using: &random) == 0 { bytes.removeLast(Int.random(in: 1...8, using: &random) * 8) }
      guard let index = opened(bytes) else { continue }
      let indexed = segment.indexed(by: index)
      for needle in needles.shuffled(using: &random).prefix(20) {
        #expect(indexed.literalCounts(of: needle).counts == segment.literalCounts(of: needle).counts)
      }
    }
    #expect(opened([]) == nil)
    #expect(PairIndex(UnsafeRawBufferPointer(start: nil, count: 0), of: 5, checksum: Self.sum, owner: Bytes([])) == nil)
  }

  @Test("Issues that are copied from segments are as they were", arguments: 0..<4)
  func copied(seed: UInt64) throws {
    var random = RandomSource(seed: seed)
    let issues = (0..<30).map { random.issue(number: $0) }
    var (whole, parts) = (FoldedSegmentWriter(), [FoldedSegmentWriter(), FoldedSegmentWriter()])
    for (number, issue) in issues.enumerated() {
      whole.add(issue)
      parts[number % 2].add(issue)
    }
    let segments = try parts.map { part in try #require(FoldedSegment(part.finish())) }
    var copy = FoldedSegmentWriter()
    for number in issues.indices { copy.add(number / 2, of: segments[number % 2]) }
    #expect(copy.finish() == whole.finish())
  }
}
