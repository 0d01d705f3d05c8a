import Newspaper

extension Language {
  /// Simplified Chinese, with pages numbered as papers print them.
  public static let chinese = Language(
    code: "zh", texts: Chinese.texts, pageNumber: Chinese.pageNumber,
    day: { ($0.year.map { "\($0)年" } ?? "") + "\($0.month)月\($0.day)日" })
}

/// The words of the interface in Chinese, a table a file.
enum Chinese {
  /// All of them.
  static var texts: [(key: String, text: String)] {
    commands + keeping + reading + corpusSearch + evidence + reasons + mistakes + exporting + commandLine + help + tour
  }

  /// Chinese numerals; figures from 100 on.
  fileprivate static func pageNumber(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    guard (1..<100).contains(number) else { return String(number) }
    let tens = number < 10 ? "" : (number < 20 ? "十" : digits[number / 10] + "十")
    return tens + digits[number % 10]
  }
}
