import Glibc

/// Data that the tables are made from.
struct UnicodeDatabase {
  /// One step of a decomposition, canonical or in compatibility.
  var decompositions: [UInt32: [UInt32]] = [:]
  var foldedCases: [UInt32: [UInt32]] = [:]
  /// CJK radicals and the hanzi that they are.
  var radicals: [UInt32: UInt32] = [:]
  /// Unihan's fields by name, values by scalar.
  var unihan: [String: [UInt32: String]] = [:]

  init(folder: String) throws {
    for fields in try Self.rows(folder + "/UnicodeData.txt", dividedBy: ";") where !fields[5].isEmpty {
      // A word in angle brackets says in what way it is the same.
      decompositions[try Self.scalar(fields[0])] = fields[5].split(separator: " ").compactMap { UInt32($0, radix: 16) }
    }
    for fields in try Self.rows(folder + "/CaseFolding.txt", dividedBy: ";") where "CF".contains(fields[1]) {
      foldedCases[try Self.scalar(fields[0])] = fields[2].split(separator: " ").compactMap { UInt32($0, radix: 16) }
    }
    for fields in try Self.rows(folder + "/EquivalentUnifiedIdeograph.txt", dividedBy: ";") {
      let ends = try fields[0].split(separator: ".").map(Self.scalar)
      for radical in ends[0]...(ends.last ?? ends[0]) { radicals[radical] = try Self.scalar(fields[1]) }
    }
    for file in ["Unihan_Variants", "Unihan_Readings"] {
      for fields in try Self.rows(folder + "/\(file).txt.bz2", dividedBy: "\t") {
        unihan[fields[1], default: [:]][try Self.scalar(fields[0].dropFirst(2))] = fields[2]
      }
    }
  }

  /// The hanzi that a field of variants names.
  func variants(_ field: String, of scalar: UInt32) -> [UInt32] {
    (unihan[field]?[scalar] ?? "").split(separator: " ").compactMap {
      UInt32($0.dropFirst(2).prefix { $0 != "<" }, radix: 16)
    }
  }

  private static func scalar(_ text: some StringProtocol) throws -> UInt32 {
    guard let scalar = UInt32(text, radix: 16) else { throw Misuse("`\(text)` is no character's number") }
    return scalar
  }

  /// The fields of a file's lines, without comments.
  private static func rows(_ path: String, dividedBy divider: Character) throws -> [[String]] {
    guard access(path, R_OK) == 0, let pipe = popen("bzcat -f '\(path)'", "r") else { throw Misuse("no \(path)") }
    defer { pclose(pipe) }
    var rows: [[String]] = []
    var line: UnsafeMutablePointer<CChar>?
    var room = 0
    defer { free(line) }
    while getline(&line, &room, pipe) > 0, let line {
      let text = String(cString: line).prefix { $0 != "#" && $0 != "\n" }
      let fields = text.split(separator: divider, omittingEmptySubsequences: false)
      if fields.count > 1 { rows.append(fields.map { String($0.trimmed) }) }
    }
    return rows
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    let start = drop { $0 == " " }
    return start.prefix((start.lastIndex { $0 != " " }).map { start.distance(from: start.startIndex, to: $0) + 1 } ?? 0)
  }
}
