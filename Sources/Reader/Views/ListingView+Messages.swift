import Typesetting

// All that has been said, the oldest first.
extension ListingView {
  /// The lines of the messages.
  var messageLines: [Line] {
    reader.log.entries.flatMap { entry in
      // What the gate would change as it is written is measured as it will be seen.
      let text = legible(entry.text)
      let isMatch = isMatch(text)
      return set(text, column: 3).enumerated().map { number, range in
        Line(
          mark: number == 0 ? "·" : "", markRole: .quiet, markColumn: 1, text: text, range: range,
          role: entry.isNotice ? .error : .plain, column: 3, isMatch: number == 0 && isMatch)
      }
    }
  }
}
