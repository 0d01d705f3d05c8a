import Chance
import Glibc
import Newspaper
import System

/// Writes a corpus of any size: pages of some 10 KB, put together from the articles of given pages, spoilt as scans
/// are.
///
/// A file is an issue; its name holds its day, its folder is its year and month. The same seed gives the same corpus.
func makeCorpus(_ words: [String]) throws -> Int32 {
  let options = try Options(words, numbers: ["--bytes", "--seed"], texts: ["--out"])
  guard let folder = options.text("--out") else { throw Misuse("--out FOLDER is missing") }
  var maker = try PageMaker(options.issues(), seed: UInt64(options.number("--seed", default: 1)))
  let wanted = options.number("--bytes", default: 10_000_000)
  var (bytes, files) = (0, 0)
  while bytes < wanted {
    let day = maker.day()
    let page = maker.page()
    let place = folder + "/" + day.year + "/" + day.month
    try makeFolders(place)
    try write(page, to: "\(place)/\(day.year)-\(day.month)-\(day.day)_\(maker.tag()).txt")
    bytes += page.count
    files += 1
  }
  print("\(files) files, \(bytes) bytes")
  return 0
}

/// Puts pages together.
private struct PageMaker {
  /// Each as the scalars of its source lines.
  private let articles: [[UInt32]]
  private var random: RandomSource

  private static let pageBytes = 10_000
  /// One scalar in so many is spoilt.
  private static let noise = 60
  /// Characters that scans take for each other.
  private static let lookalikes: [UInt32: UInt32] = {
    let pairs = ["己已", "入人", "未末", "日曰", "土士", "干千", "大太", "折拆", "候侯", "纳钠", "治冶", "市巿"]
    return pairs.reduce(into: [:]) { table, pair in
      let scalars = pair.unicodeScalars.map(\.value)
      table[scalars[0]] = scalars[1]
      table[scalars[1]] = scalars[0]
    }
  }()

  init(_ issues: [Issue], seed: UInt64) {
    articles = issues.flatMap { issue in issue.articles.map { $0.scan(in: issue) } }.filter { !$0.isEmpty }
    random = RandomSource(seed: seed)
  }

  mutating func day() -> (year: String, month: String, day: String) {
    func digits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return (String(1946 + random.below(76)), digits(1 + random.below(12)), digits(1 + random.below(28)))
  }

  /// Eight letters, none of which makes the name that of a page.
  mutating func tag() -> String {
    String((0..<8).map { _ in Character(UnicodeScalar(UInt8(ascii: "a") + UInt8(random.below(8)))) })
  }

  mutating func page() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.pageBytes * 2)
    let end = Self.pageBytes / 2 + random.below(Self.pageBytes)
    while bytes.count < end, let article = articles.randomElement(using: &random) {
      for scalar in article { append(scalar, to: &bytes) }
      bytes.append(0x0A)
    }
    return bytes
  }

  private mutating func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    var scalar = scalar
    if random.oneIn(Self.noise) {
      switch scalar {
      case 0x30...0x39: scalar = 0x30 + UInt32(random.below(10))
      case 0x4E00...0x9FFF where random.oneIn(3): bytes.append(0x20)
      default: break
      }
    }
    if let other = Self.lookalikes[scalar], random.oneIn(20) { scalar = other }
    if let scalar = Unicode.Scalar(scalar) { bytes += UTF8.encode(scalar).map(Array.init) ?? [] }
  }
}

extension Article {
  /// Its source lines, each with its line break.
  fileprivate func scan(in issue: Issue) -> [UInt32] {
    blocks.flatMap { block in
      block.passage.lines.flatMap { line in
        (issue.page(block.passage.page)?.text.line(line) ?? "").unicodeScalars.map(\.value) + [0x0A]
      }
    }
  }
}

private func makeFolders(_ path: String) throws {
  if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
  guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
    throw Misuse("\(path): \(String(cString: strerror(errno)))")
  }
  try makeFolders(String(path[..<slash]))
  try makeFolders(path)
}

private func write(_ bytes: [UInt8], to path: String) throws {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else { throw Misuse("\(path): \(String(cString: strerror(errno)))") }
  defer { close(descriptor) }
  if let failure = writeAll(bytes, to: descriptor) { throw Misuse("\(path): \(String(cString: strerror(failure)))") }
}
