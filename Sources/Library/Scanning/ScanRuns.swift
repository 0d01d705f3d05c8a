import PageFormats

/// Files with places whose names are alike but for a running number of three digits or more, as scanners and engines
/// name the pages of one issue: `X0000001.xml`, `X0000002.xml`.
struct ScanRuns {
  /// The common beginnings of names, by the paths of their files.
  private var prefixes: [String: String] = [:]
  /// The number of runs.
  private(set) var count = 0

  /// - Parameter files: those of one folder.
  init(_ files: [FoundFile]) {
    var runs: [String: [(number: Int, path: String)]] = [:]
    for file in files where file.name.withCString(PageFormat.hasSharedExtension) {
      let stem = PageForms.baseName(file.name)
      let digits = stem.utf8.reversed().prefix { (0x30...0x39).contains($0) }.count
      guard (3...9).contains(digits), let number = Int(stem.suffix(digits)) else { continue }
      runs[stem.dropLast(digits) + "/\(digits)", default: []].append((number, file.path))
    }
    for (key, members) in runs where members.count > 1 {
      // An archive of loose pages has gaps.
      let numbers = members.map(\.number).sorted()
      guard zip(numbers, numbers.dropFirst()).allSatisfy({ $1 == $0 + 1 }) else { continue }
      count += 1
      let prefix = key.prefix { $0 != "/" }
      for member in members { prefixes[member.path] = String(prefix) }
    }
  }

  /// The common beginning of a file's name; nil for a file of no run.
  subscript(file: FoundFile) -> String? { prefixes[file.path] }
}
