import Chance
import Newspaper
import PageFormats
import System

/// Megabytes a second of files with places, from bytes in memory to lines in reading order, one core: of each format,
/// and the slowest of its files.
func benchFormats(_ words: [String]) throws -> Int32 {
  let options = try Options(words, numbers: ["--runs"])
  let runs = options.number("--runs", default: 5)
  let files =
    options.paths.isEmpty ? FormatSamples.all.map { ("sample", $0) } : try options.paths.map { ($0, try readFile($0)) }
  let rows = files.map { FormatRate(path: $0.0, file: $0.1, runs: runs) }
  for (format, rows) in Dictionary(grouping: rows, by: \.format).sorted(by: { $0.key < $1.key }) {
    let total = rows.reduce(0) { $0 + Double($1.bytes) } / rows.reduce(0) { $0 + Double($1.bytes) / $1.rate }
    guard let slowest = rows.min(by: { $0.rate < $1.rate }) else { continue }
    print("\(format): \(tenths(total)) MB/s, \(rows.count) files; slowest \(tenths(slowest.rate)) (\(slowest.path))")
  }
  return 0
}

private struct FormatRate {
  var path: String
  var format: String
  var bytes: Int
  /// Megabytes (10⁶ bytes) a second, of the fastest run.
  var rate: Double

  init(path: String, file: [UInt8], runs: Int) {
    self.path = path
    format = PageFormat.format(of: FileOpening(file)).name
    bytes = file.count
    // Small files are read often enough to be measured.
    let repeats = max(1, 1_000_000 / max(1, bytes))
    let times = (0..<max(1, runs)).map { _ in
      let start = processorTime()
      for _ in 0..<repeats { _ = try? Page(path: path, file: file) }
      return (processorTime() - start) / .seconds(1)
    }
    rate = Double(bytes * repeats) / 1e6 / max(1e-9, times.min() ?? 1)
  }
}
