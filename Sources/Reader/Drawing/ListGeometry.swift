/// The places of entries of unequal height in a pane. Only entries near those shown are looked at, so that a list may
/// be as long as it likes.
struct ListGeometry {
  let count: Int
  /// Of the pane.
  let rows: Int
  /// Rows of an entry.
  let height: (Int) -> Int

  /// The first entry to show so that one is in sight, moving as little as need be and leaving no room at the end.
  func top(from top: Int, showing selected: Int) -> Int {
    guard count > 0 else { return 0 }
    let selected = max(0, min(selected, count - 1))
    let last = top > 0 && selected > 0 ? min(top, selected, first(endingWith: count - 1)) : 0
    return max(first(endingWith: selected), last)
  }

  /// The first entry of a paneful that ends with an entry.
  private func first(endingWith last: Int) -> Int {
    guard last > 0 else { return 0 }
    var first = last
    var used = height(last)
    while first > 0, used + height(first - 1) <= rows {
      first -= 1
      used += height(first)
    }
    return first
  }

  /// Rows of all entries, as far as they find room.
  func rows(upTo most: Int) -> Int {
    var (index, rows) = (0, 0)
    while index < count, rows < most {
      rows += height(index)
      index += 1
    }
    return min(rows, most)
  }

  /// The entry that stands in a row of the pane; nil below the last one.
  /// - Parameter top: the first entry shown.
  func entry(atRow row: Int, from top: Int) -> Int? {
    guard row >= 0, row < rows else { return nil }
    var (entry, end) = (top, 0)
    while entry < count {
      end += max(1, height(entry))
      if row < end { return entry }
      entry += 1
    }
    return nil
  }

  /// The entry to which a movement leads from another one.
  func target(_ movement: Movement, from selected: Int) -> Int {
    let target: Int
    switch movement {
    case .lines(let count): target = selected + count
    case .halfPages(let count): target = entry(from: selected, rowsAway: count.signum() * rows / 2, times: abs(count))
    case .pages(let count): target = entry(from: selected, rowsAway: count.signum() * rows, times: abs(count))
    case .line(let line): target = line
    case .end: target = count - 1
    }
    return max(0, min(target, count - 1))
  }

  /// At least one entry away, and otherwise as many as fill the rows.
  private func entry(from selected: Int, rowsAway: Int, times: Int) -> Int {
    let step = rowsAway < 0 ? -1 : 1
    var entry = selected
    for _ in 0..<times {
      var used = 0
      repeat {
        guard (0..<count).contains(entry + step) else { return entry }
        entry += step
        used += height(entry)
      } while used + height(entry) <= abs(rowsAway)
    }
    return entry
  }
}
