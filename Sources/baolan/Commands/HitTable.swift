import Exporting
import Library
import Newspaper
import Searching
import Typesetting

/// Numbers of hits by time, by issue or by person.
struct HitTable {
  /// The units that hits are counted by.
  enum Unit: String, CaseIterable {
    case year, month, day, issue, byline
  }

  private struct Row {
    /// `2021`, `2021-06`, `2021-06-22`, an id or a name; nil if it is not known.
    var value: String?
    var hits: Int
  }

  private let query: Query
  private let total: Int
  private let unit: Unit
  private let rows: [Row]

  /// - Parameter id: the id of the issue at a place that was searched.
  init(_ unit: Unit, of answer: CorpusAnswer, _ query: Query, _ search: CorpusSearch, id: (Int) -> String) {
    (self.query, self.unit, total) = (query, unit, answer.total)
    rows =
      switch unit {
      case .year: Self.rows(answer) { $0.year == 0 ? nil : $0.iso(parts: 1) }
      case .month: Self.rows(answer) { $0.year == 0 ? nil : $0.iso(parts: 2) }
      case .day: Self.rows(answer) { $0.year == 0 ? nil : $0.iso(parts: 3) }
      case .issue: search.issueCounts().map { Row(value: id($0.place), hits: $0.hits) }
      case .byline:
        search.bylineCounts(query).map { Row(value: $0.key.isEmpty ? nil : $0.key, hits: $0.value) }
          .sorted { ($1.hits, $0.value ?? "") < ($0.hits, $1.value ?? "") }
      }
  }

  /// The oldest first.
  private static func rows(_ answer: CorpusAnswer, _ name: (DayNumber) -> String?) -> [Row] {
    answer.days.reduce(into: []) { rows, day in
      let name = name(day.day)
      if let last = rows.last, last.value == name {
        rows[rows.count - 1].hits += day.hits
      } else {
        rows.append(Row(value: name, hits: day.hits))
      }
    }
  }

  /// The JSON document of `--by`.
  var json: String {
    JSONBytes.document { json in
      json.object { json in
        json.text("by", unit.rawValue)
        json.list("counts", rows) { json, row in
          json.object { json in
            json.number("hits", row.hits)
            json.text("value", row.value)
          }
        }
        json.text("query", query.text)
        json.number("total", total)
      }
    }
  }

  /// A line for each row, `-` for an unknown value. A terminal gets bars, a pipe two columns.
  /// - Parameter columns: the width of the terminal; nil without one.
  func text(columns: Int?) -> String {
    let rows = rows.map { (name: legible($0.value ?? "-"), hits: $0.hits) }
    guard let columns else { return rows.map { "\($0.name)\t\($0.hits)\n" }.joined() }
    let nameWidth = rows.map { displayWidth($0.name) }.max() ?? 0
    let numberWidth = rows.map { String($0.hits).count }.max() ?? 0
    let most = max(1, rows.map(\.hits).max() ?? 1)
    let room = max(1, columns - nameWidth - numberWidth - 5)
    return rows.map { row in
      let name = row.name + String(repeating: " ", count: nameWidth - displayWidth(row.name))
      let number = String(repeating: " ", count: numberWidth - String(row.hits).count) + String(row.hits)
      return name + "  " + number + "  " + bar(eighths: (row.hits * room * 8 + most - 1) / most) + "\n"
    }.joined()
  }
}

/// A bar of blocks; the last may be a part of one.
private func bar(eighths: Int) -> String {
  let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
  return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
}

extension DayNumber {
  /// ISO 8601, with one to three parts: `2021-06`.
  fileprivate func iso(parts: Int) -> String {
    let day = CalendarDay(year: year, month: value / 100 % 100, day: value % 100)
    return String(day.iso.prefix(4 + 3 * (parts - 1)))
  }
}
