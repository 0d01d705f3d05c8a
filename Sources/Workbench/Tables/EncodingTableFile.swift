import Glibc
import PageFormats
import System

/// Makes `Resources/encodings` from a folder with the index files of the Encoding Standard (`index-big5.txt` …).
func encodingTables(_ words: [String]) throws -> Int32 {
  let options = try Options(words, numbers: [])
  guard let folder = options.paths.first else { throw Misuse("encoding-tables FOLDER") }
  let codes = try EncodingIndex.parts.flatMap { part in
    try entries(of: rows(folder + "/index-\(part.name).txt"), part.name, count: part.count)
  }
  let bytes = codes.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  guard writeAll(bytes, to: STDOUT_FILENO) == nil else { throw Misuse("the table could not be written") }
  return 0
}

/// The entries of an index, in the form that EncodingIndex reads.
private func entries(of rows: [(pointer: Int, code: Int)], _ name: String, count: Int) throws -> [UInt16] {
  var entries = Array(repeating: UInt16(0), count: count)
  for (number, row) in rows.enumerated() {
    // The last range leads beyond 16 bits, and so to the last pointer.
    if name == "gb18030-ranges" {
      if row.code < 0x10000 {
        entries.replaceSubrange(number * 2...number * 2 + 1, with: [UInt16(row.pointer), UInt16(row.code)])
      }
      continue
    }
    guard entries.indices.contains(row.pointer) else { throw Misuse("\(name) has the pointer \(row.pointer)") }
    entries[row.pointer] = UInt16(row.code & 0xFFFF)
    if row.code > 0xFFFF { entries[EncodingIndex.big5Length + row.pointer / 16] |= 1 << UInt16(row.pointer % 16) }
  }
  return entries
}

/// The lines of a file: a pointer in decimals, a code point in hexadecimals, perhaps more.
private func rows(_ path: String) throws -> [(pointer: Int, code: Int)] {
  guard let file = fopen(path, "r") else { throw Misuse("\(path) cannot be read") }
  defer { fclose(file) }
  var rows: [(pointer: Int, code: Int)] = []
  var line: UnsafeMutablePointer<CChar>?
  var room = 0
  defer { free(line) }
  while getline(&line, &room, file) > 0, let line {
    let fields = String(cString: line).split { $0 == " " || $0 == "\t" || $0 == "\n" }
    guard fields.count >= 2, let pointer = Int(fields[0]), let code = Int(fields[1].dropFirst(2), radix: 16) else {
      continue
    }
    rows.append((pointer, code))
  }
  return rows
}
