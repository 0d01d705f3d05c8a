@testable import Typesetting

/// CLREQ's lists of marks, written down apart from the setter's own tables, to hold its lines against.
struct MarkRules {
  var level: LineBreakLevel

  /// Fault of a line that starts or ends so; nil if there is none.
  func fault(of line: Substring, before next: Substring) -> String? {
    guard level != .none else { return pairFault(line, next) }
    if let first = next.first, startsNoLine.contains(first) { return "\(first) starts a line" }
    if let last = line.last, "（《〈“‘【「『〔［｛".contains(last) { return "\(last) ends a line" }
    if level >= .gb, line.last == "／" || line.last == "/" { return "a solidus ends a line" }
    if level == .strict, next.hasPrefix("——") || next.hasPrefix("……") { return "a dash or ellipsis starts a line" }
    return pairFault(line, next)
  }

  private let startsNoLine: Set<Character> = [
    "，", "。", "、", "；", "：", "！", "？", "）", "》", "〉", "”", "’", "】", "」", "』", "〕", "］", "｝", "·", "～", "–", "％", "℃",
  ]

  /// A dash or an ellipsis of two in two pieces.
  private func pairFault(_ line: Substring, _ next: Substring) -> String? {
    guard line.endIndex == next.startIndex else { return nil }
    for mark in ["—", "…"] where line.hasSuffix(mark) && next.hasPrefix(mark) { return "\(mark)\(mark) is broken" }
    return nil
  }
}
