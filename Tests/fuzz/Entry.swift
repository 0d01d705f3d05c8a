import CSystem
import Library
import Newspaper
import PageParsing
import Reader
import Searching
import Strings

/// The function that libFuzzer calls with bytes of its own, as a page's file, a query, a keymap or a theme. Whatever
/// breaks a promise ends the program, and libFuzzer keeps the bytes.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
  let input = UnsafeBufferPointer(start: bytes, count: count)
  guard let kind = input.first else { return 0 }
  let rest = Array(input.dropFirst())
  let text = String(decoding: rest, as: UTF8.self)
  switch kind % 8 {
  case 0: fuzzQuery(text)
  case 1:
    let problems = Keymap.read([(text: text, file: "keymap")]).problems
    precondition(problems.allSatisfy { $0.line >= 1 && !$0.words(in: .english).isEmpty })
  case 2:
    let problems = ThemeCatalog([("own", text, "own")]).theme(named: "own")?.problems ?? []
    precondition(problems.allSatisfy { $0.line >= 1 && !$0.words(in: .chinese).isEmpty })
  case 3: precondition(problemsOfSideFile(rest, path: "baolan.json").allSatisfy { ($0.line ?? 0) >= 1 })
  default: fuzzPage(rest)
  }
  return 0
}

private func fuzzPage(_ bytes: [UInt8]) {
  guard let page = try? Page(path: "fuzz", file: bytes) else { return }
  let faults = brokenPromises(of: parseIssue(id: "fuzz", pages: [page]))
  precondition(faults.isEmpty, faults.joined(separator: "; "))
}

private func fuzzQuery(_ text: String) {
  do throws(QueryMistake) {
    _ = try Query.parse(text)
  } catch {
    precondition(error.range.lowerBound >= 0 && error.range.upperBound <= text.utf8.count)
  }
}
