import Foundation

/// Compares a text with the one that a person has read and kept in a file.
///
/// With `BAOLAN_RECORD` in the environment the text is written there instead, and that is a fault too, so that no one
/// forgets to read what was recorded.
/// - Returns: In words, the lines that differ and how to accept them; nil if the texts are the same.
public func goldenFault(_ text: String, file: URL) -> String? {
  if ProcessInfo.processInfo.environment["BAOLAN_RECORD"] != nil {
    try? FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? Data(text.utf8).write(to: file)
    return "recorded \(file.lastPathComponent): read it before you keep it, and run again without BAOLAN_RECORD"
  }
  let golden = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  if text == golden { return nil }
  let difference = differingLines(from: lines(golden), to: lines(text)).joined(separator: "\n")
  return "\(file.lastPathComponent) differs; to accept what is new, run with BAOLAN_RECORD=1\n\(difference)"
}

private func lines(_ text: String) -> [String] {
  text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
}

/// Lines that differ, as `diff -U1` has them: `-` before those that went, `+` before those that came.
func differingLines(from old: [String], to new: [String]) -> [String] {
  var removed: Set<Int> = []
  var inserted: Set<Int> = []
  for change in new.difference(from: old) {
    switch change {
    case .remove(let place, _, _): removed.insert(place)
    case .insert(let place, _, _): inserted.insert(place)
    }
  }
  var all: [(mark: String, line: String, number: Int)] = []
  var (place, newPlace) = (0, 0)
  while place < old.count || newPlace < new.count {
    if removed.contains(place) {
      all.append(("-", old[place], place + 1))
      place += 1
    } else if inserted.contains(newPlace) {
      all.append(("+", new[newPlace], place + 1))
      newPlace += 1
    } else {
      all.append((" ", old[place], place + 1))
      (place, newPlace) = (place + 1, newPlace + 1)
    }
  }
  var result: [String] = []
  var last = -1
  for index in all.indices {
    guard all[max(0, index - 1)...min(all.count - 1, index + 1)].contains(where: { $0.mark != " " }) else { continue }
    if index != last + 1 || result.isEmpty { result.append("@@ line \(all[index].number) @@") }
    result.append(all[index].mark + all[index].line)
    last = index
  }
  return result
}
