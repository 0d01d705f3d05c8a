import Screen

/// A screen with a list of entries, one of which is selected. The list is left once there is nothing in it.
protocol ListScreen: ReaderScreen {
  /// The entry that is selected, and those in sight.
  var selection: ListSelection { get set }

  /// The entries that are shown, and the rows that there are for them.
  func list(in reader: Reader) -> ListGeometry

  /// The place of the entries on the screen.
  func listRect(in reader: Reader) -> Rect

  /// True if there is nothing that could be shown.
  func isEmpty(in reader: Reader) -> Bool

  /// Follows changes of what is listed.
  mutating func follow(_ reader: Reader)
}

/// A place in a list.
struct ListSelection: Sendable {
  /// Indices of the selected entry and of the first one shown.
  private(set) var index = 0
  private(set) var top = 0

  /// Goes to another entry.
  mutating func move(_ movement: Movement, in list: ListGeometry) { index = list.target(movement, from: index) }

  /// Keeps to an entry that there is, and in sight.
  mutating func settle(in list: ListGeometry) {
    index = max(0, min(index, list.count - 1))
    top = list.top(from: top, showing: index)
  }
}

extension ListScreen {
  func listRect(in reader: Reader) -> Rect { reader.layout.panes }

  func isEmpty(in reader: Reader) -> Bool { list(in: reader).count == 0 }

  mutating func follow(_ reader: Reader) {}

  func move(_ movement: Movement, in reader: inout Reader) {
    var new = self
    new.selection.move(movement, in: list(in: reader))
    reader.layers.update(new)
  }

  func select(at place: Point, in reader: inout Reader) -> Pointed {
    let (list, rect) = (list(in: reader), listRect(in: reader))
    guard rect.contains(place), let entry = list.entry(atRow: place.row - rect.row, from: selection.top) else {
      return .nothing
    }
    var new = self
    new.selection.move(.line(entry), in: list)
    reader.layers.update(new)
    return entry == selection.index ? .selectedBefore : .selected
  }

  func settle(in reader: inout Reader) -> [Effect] {
    if isEmpty(in: reader) {
      reader.layers.removeAll(Self.self)
      return []
    }
    var new = self
    new.follow(reader)
    new.selection.settle(in: new.list(in: reader))
    reader.layers.update(new)
    return []
  }

  /// `3/17`: the number of the selected entry among all.
  func position(in reader: Reader) -> [String] {
    let count = list(in: reader).count
    return count == 0 ? [] : ["\(selection.index + 1)/\(count)"]
  }
}
