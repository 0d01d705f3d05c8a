import Glibc

/// Opens articles in turn in the real reader, and compares its memory after very many with that after a hundred.
func wear(_ words: [String]) throws -> Int32 {
  let options = try Options(words, numbers: ["--articles"])
  guard let program = options.paths.first else { throw Misuse("wear PROGRAM [PATH…]") }
  let paths = options.paths.count > 1 ? Array(options.paths.dropFirst()) : ["seeds"]
  let articles = options.number("--articles", default: 10_000)
  let reader = try ReaderInTerminal([program] + paths, environment: try home(), columns: 118, rows: 40)
  guard reader.rest(), reader.type(Array("\r\r".utf8)) else {
    throw Misuse("the reader does not start")
  }
  var early = 0
  for number in 1...articles {
    let key = turn(number)
    guard reader.type(Array(key.utf8)), !reader.hasEnded else { throw Misuse("the reader ended") }
    if number % 16 == 0 || number == 100 { _ = reader.rest() }
    if number == 100 { early = reader.memory ?? 0 }
    if number % 2000 == 0 { say("after \(number) articles: \((reader.memory ?? 0) >> 10) KiB") }
  }
  let late = reader.memory ?? 0
  let ratio = Double(late) / Double(max(1, early))
  say("after 100 articles \(early >> 10) KiB, after \(articles) \(late >> 10) KiB: \(Int(ratio * 100 + 0.5)) %")
  return ratio <= 1.1 ? 0 : 1
}

/// The next article, after some of them the next issue, and from the last issues back to the first.
private func turn(_ number: Int) -> String {
  switch number % 997 {
  case 0: "hhgg\r\r"
  case let rest where rest % 6 == 5: "}\r"
  default: "]"
  }
}

extension ReaderInTerminal {
  /// Bytes that the reader has in memory, its program's own left out; nil when it is gone.
  fileprivate var memory: Int? {
    guard let reader, let file = fopen("/proc/\(reader)/status", "r") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let words = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self).split(
        whereSeparator: \.isWhitespace)
      if words.first == "RssAnon:", words.count > 1 { return Int(words[1]).map { $0 << 10 } }
    }
    return nil
  }
}
