import Foundation
import Goldens
import Newspaper
import Reader
import Strings
import Testing

/// Keys of the phrases in the sources, and those of the tables that are made of texts alone.
private let keys: Set<String> = {
  var keys = Set(Command.allCases.flatMap { [$0.row.label.key, $0.row.help.key] })
  keys.formUnion(Setting.all.flatMap { [$0.label.key, $0.help.key] })
  let files = FileManager.default.enumerator(at: Repository.file("Sources"), includingPropertiesForKeys: nil)
  for case let file as URL in files! where file.pathExtension == "swift" && !file.path.contains("/Strings/") {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
    for match in text.matches(of: /(?:\b|\.)(Phrase|say)\(\s*"((?:[^"\\]|\\.)*)"/)
    where !file.path.contains("/Workbench/") {
      keys.insert(String(match.2).replacing("\\\"", with: "\"").replacing("\\\\", with: "\\"))
    }
  }
  return keys
}()

/// Numbers of the arguments that a text has places for.
private func places(_ text: String) -> [Int] {
  var next = 0
  return text.matches(of: /\{(\d*)\}/).map { match in
    next += 1
    return Int(match.1) ?? next
  }
}

@Test("Every language has a text for every key, with the same places", arguments: Language.all.dropFirst())
func everyKeyHasAText(_ language: Language) {
  #expect(keys.count > 350)
  for key in keys.sorted() {
    guard let text = language.texts[key] else {
      Testing.Issue.record("\(language.code) lacks: \(key)")
      continue
    }
    // A language may say nothing where its readers need no word.
    #expect(text.isEmpty || places(text).sorted() == places(key).sorted(), "\(key) → \(text)")
  }
}

@Test("No text has lost its key", arguments: Language.all.dropFirst())
func noTextIsLeftOver(_ language: Language) {
  #expect(language.texts.keys.filter { !keys.contains($0) }.sorted() == [])
}

@Test("Arguments stand in their places, in the order of the language")
func argumentsInPlaces() {
  let phrase = Phrase("{} of {}##note", "a", Phrase("b {}", 3))
  #expect(phrase.words(in: .english) == "a of b 3")
  let other = Language(code: "xx", texts: [("{} of {}##note", "{2}: {1}"), ("b {}", "B{}{2,4}{7}")])
  #expect(phrase.words(in: other) == "B3{2,4}{7}: a")
  #expect(Phrase("50 {", "x").words(in: .english) == "50 {")
  let page = Phrase("page {} of {}", PageNumber(12), CalendarDay(year: 2021, month: 6, day: 2))
  #expect(page.words(in: .english) == "page 12 of 2021-06-02")
  #expect(Phrase("p. {}", PageNumber(21)).words(in: .chinese) == "第二十一版")
}

@Test(
  "A locale's name says the language", arguments: [("zh_CN.UTF-8", "zh"), ("zh", "zh"), ("C.UTF-8", "en"), ("", "en")])
func languageOfALocale(_ locale: String, _ code: String) {
  #expect(Language(locale: locale).code == code)
}
