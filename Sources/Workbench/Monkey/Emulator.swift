import CSystem

/// The screen of a small terminal that understands the sequences of ncurses for `xterm-256color`, and calls
/// everything else a fault.
struct Emulator {
  /// Look of a cell. Colours are the terminal's numbers, -1 its own.
  struct Look: Equatable {
    var foreground: Int32 = -1
    var background: Int32 = -1
    /// A bit for each SGR attribute from 1 to 9.
    var attributes: UInt16 = 0
  }

  struct Cell: Equatable {
    var glyph = " "
    /// 2 for a wide glyph, 0 for its second half.
    var width = 1
    var look = Look()

    /// The part of it that can be seen: of a blank no more than its ground, unless something is drawn on that.
    var visible: Cell {
      guard glyph == " ", attributes(at: [4, 7, 9]) == 0 else { return self }
      return Cell(look: Look(background: look.background))
    }

    private func attributes(at numbers: [Int]) -> UInt16 {
      numbers.reduce(0) { $0 | look.attributes & (1 << UInt16($1)) }
    }
  }

  struct Place: Equatable {
    var row = 0
    var column = 0
  }

  private(set) var rows: Int
  private(set) var columns: Int
  private(set) var cells: [Cell]
  private(set) var cursor = Place()
  private(set) var cursorIsShown = true
  /// DEC private modes that are on, among those that a program must put back.
  private(set) var modes: Set<Int> = [7, 25]
  private(set) var keypadIsApplication = false
  /// Pictures that kitty's protocol has placed: what was said of each.
  private(set) var pictures: [String] = []
  /// Sequences that it did not understand.
  private(set) var faults: [String] = []
  /// Answers that it has for the program.
  var answers: [UInt8] = []

  var look = Look()
  private var saved = (place: Place(), look: Look())
  /// The main screen while the alternate one is shown.
  private var main: [Cell]?
  /// The next glyph goes to the next row.
  private var wraps = false
  private(set) var region: ClosedRange<Int>
  private var lastGlyph = ""
  private var parsing = SequenceParser()

  /// True if it calls faults on the main screen, too, where else the driver's echo may speak.
  private let isStrict: Bool
  /// True if it shows pictures by kitty's protocol.
  private let speaksKitty: Bool
  /// True if it has margins at left and right (DECLRMM).
  private let hasMargins: Bool
  /// The columns that scroll; all of them while the mode is off.
  private(set) var margins: ClosedRange<Int>

  init(columns: Int, rows: Int, isStrict: Bool = false, speaksKitty: Bool = false, hasMargins: Bool = false) {
    (self.columns, self.rows, self.isStrict, self.speaksKitty) = (columns, rows, isStrict, speaksKitty)
    self.hasMargins = hasMargins
    margins = 0...columns - 1
    cells = Array(repeating: Cell(), count: columns * rows)
    region = 0...rows - 1
  }

  var isOnAlternateScreen: Bool { main != nil }

  /// Rows of the main screen, whether it is shown or not.
  var mainRows: [String] {
    let cells = main ?? cells
    return (0..<rows).map { row in cells[row * columns..<(row + 1) * columns].map(\.glyph).joined() }
  }

  /// Forgets the screen, so that only cells that are drawn anew can be seen.
  mutating func blank() {
    if isOnAlternateScreen { cells = Array(repeating: Cell(glyph: "▒"), count: columns * rows) }
  }

  /// A row as text.
  func text(row: Int) -> String { cells[row * columns..<(row + 1) * columns].map(\.glyph).joined() }

  /// Takes another size, as xterm does: what still has room stays.
  mutating func resize(columns: Int, rows: Int) {
    cells = resized(cells, columns, rows)
    main = main.map { resized($0, columns, rows) }
    (self.columns, self.rows) = (columns, rows)
    region = 0...rows - 1
    margins = 0...columns - 1
    move(to: cursor)
  }

  private func resized(_ old: [Cell], _ columns: Int, _ rows: Int) -> [Cell] {
    var new = Array(repeating: Cell(), count: columns * rows)
    for row in 0..<min(rows, self.rows) {
      for column in 0..<min(columns, self.columns) {
        let cell = old[row * self.columns + column]
        if cell.width != 2 || column + 1 < columns { new[row * columns + column] = cell }
      }
    }
    return new
  }

  /// Takes what a program sends.
  mutating func take(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      switch parsing.take(byte) {
      case .nothing: break
      case .scalar(let scalar): put(scalar)
      case .control(let byte): control(byte)
      case .escape(let text): escape(text)
      case .sequence(let sequence): carryOut(sequence)
      case .string(let text): takeString(text)
      case .command(let text): takeCommand(text)
      case .fault(let words): complain(words)
      }
    }
  }

  /// Does what a string of kitty's graphics protocol says; without a picture it speaks none, and is silent.
  private mutating func takeString(_ text: String) {
    guard speaksKitty, text.hasPrefix("_G") else { return text.hasPrefix("_G") ? () : complain("ESC \(text)") }
    if text.contains("a=q") { answers += "\u{1B}_Gi=31;OK\u{1B}\\".utf8 }
    if text.contains("a=d") { pictures = [] }
    if text.contains("a=T") { pictures.append("\(cursor.row) \(cursor.column) \(text.dropFirst(2))") }
  }

  /// Takes a text that is to be copied, in Base64 (xterm's OSC 52), and the question for the ground (OSC 11). The
  /// program has no business with titles and other colours.
  private mutating func takeCommand(_ text: String) {
    if text == "11;?\u{1B}\\" {
      if !isStrict { answers += "\u{1B}]11;rgb:1010/1414/1818\u{1B}\\".utf8 }
      return
    }
    let isCopy = text.wholeMatch(of: /52;c;[A-Za-z0-9+\/]*=*(\u{7}|\u{1B}\\)/) != nil
    if isStrict || !isCopy { complain("OSC \(text)") }
  }

  /// On the main screen the driver's echo speaks, too.
  mutating func complain(_ words: String) {
    if isOnAlternateScreen || isStrict { faults.append(words) }
  }
}

// MARK: Glyphs

extension Emulator {
  private mutating func put(_ scalar: Unicode.Scalar) {
    // A character that is kept for hanzi and emoji is wide, whatever the C library's table is too old to have.
    let width = isKeptForText(scalar) ? 2 : Int(bl_wcwidth(scalar.value))
    if isObeyed(scalar) { complain("U+\(String(scalar.value, radix: 16))") }
    guard width > 0 else { return combine(scalar, width) }
    lastGlyph = String(scalar)
    put(lastGlyph, width: width)
  }

  private mutating func put(_ glyph: String, width: Int) {
    // Within the margins a row ends at the right one.
    let end = cursor.column <= margins.upperBound ? margins.upperBound + 1 : columns
    if wraps || cursor.column + width > end {
      cursor.column = margins.contains(cursor.column) ? margins.lowerBound : 0
      lineFeed()
    }
    wraps = false
    guard width <= columns else { return }
    let place = index(cursor)
    clear(place..<place + width)
    cells[place] = Cell(glyph: glyph, width: width, look: look)
    if width == 2 { cells[place + 1] = Cell(glyph: "", width: 0, look: look) }
    if cursor.column + width < end { cursor.column += width } else { (cursor.column, wraps) = (end - 1, true) }
  }

  private mutating func combine(_ scalar: Unicode.Scalar, _ width: Int) {
    guard width == 0 else { return complain("U+\(String(scalar.value, radix: 16))") }
    var place = index(cursor) - (wraps ? 0 : 1)
    if cells.indices.contains(place), cells[place].width == 0 { place -= 1 }
    guard cells.indices.contains(place) else { return }
    cells[place].glyph.unicodeScalars.append(scalar)
    if cells[place].glyph.unicodeScalars.count > 4 { complain("a tower of marks") }
  }

  func index(_ place: Place) -> Int { place.row * columns + place.column }

  /// Makes cells blank; half of a wide glyph does not stay.
  mutating func clear(_ range: Range<Int>) {
    var range = range.clamped(to: cells.indices)
    guard !range.isEmpty else { return }
    if cells[range.lowerBound].width == 0 { range = range.lowerBound - 1..<range.upperBound }
    if range.upperBound < cells.count, cells[range.upperBound].width == 0 {
      range = range.lowerBound..<range.upperBound + 1
    }
    for index in range { cells[index] = Cell(look: Look(background: look.background)) }
  }

  mutating func repeatLast(_ count: Int) {
    guard !lastGlyph.isEmpty else { return complain("nothing to repeat") }
    for _ in 0..<count { put(lastGlyph, width: lastGlyph.unicodeScalars.first.map { Int(bl_wcwidth($0.value)) } ?? 1) }
  }
}

// MARK: Moving

extension Emulator {
  mutating func move(to place: Place) {
    cursor = Place(row: min(max(0, place.row), rows - 1), column: min(max(0, place.column), columns - 1))
    wraps = false
  }

  mutating func lineFeed() {
    wraps = false
    guard cursor.row == region.upperBound else { return cursor.row = min(rows - 1, cursor.row + 1) }
    if margins.contains(cursor.column) { scroll(region, by: 1) }
  }

  mutating func reverseLineFeed() {
    wraps = false
    guard cursor.row == region.lowerBound else { return cursor.row = max(0, cursor.row - 1) }
    if margins.contains(cursor.column) { scroll(region, by: -1) }
  }

  /// Rows go up by a count; down where it is negative.
  mutating func scroll(_ region: ClosedRange<Int>, by count: Int) {
    let old = cells
    for row in region {
      let source = row + count
      let range = row * columns + margins.lowerBound..<row * columns + margins.upperBound + 1
      if region.contains(source) {
        let start = source * columns
        cells.replaceSubrange(range, with: old[start + margins.lowerBound..<start + margins.upperBound + 1])
      } else {
        for index in range { cells[index] = Cell(look: Look(background: look.background)) }
      }
    }
  }

  /// Shifts the rest of the row: to the left with a count of characters that go, to the right with a negative one.
  mutating func shift(by count: Int) {
    let row = cursor.row * columns
    let old = Array(cells[row..<row + columns])
    for column in cursor.column..<columns {
      let source = column + count
      cells[row + column] =
        cursor.column..<columns ~= source ? old[source] : Cell(look: Look(background: look.background))
    }
    wraps = false
  }

  mutating func setRegion(_ top: Int, _ bottom: Int) {
    let (top, bottom) = (max(1, top), bottom == 0 ? rows : min(rows, bottom))
    guard top < bottom else { return }
    region = top - 1...bottom - 1
    move(to: Place())
  }

  /// DECSLRM; without the mode the sequence would keep the cursor's place, which nothing asks for.
  mutating func setMargins(_ left: Int, _ right: Int) {
    let right = right == 0 ? columns : min(columns, right)
    guard hasMargins, modes.contains(69), left < right else { return complain("CSI s without margins") }
    margins = max(1, left) - 1...right - 1
    move(to: Place())
  }

  /// Says of a mode whether there is such a thing: reset, set, or unknown (DECRPM).
  mutating func report(mode: Int) {
    let isKnown = mode == 2026 || mode == 69 && hasMargins
    answers += "\u{1B}[?\(mode);\(isKnown ? (modes.contains(mode) ? 1 : 2) : 0)$y".utf8
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x08: move(to: Place(row: cursor.row, column: cursor.column - 1))
    case 0x09: move(to: Place(row: cursor.row, column: (cursor.column / 8 + 1) * 8))
    case 0x0A: lineFeed()
    case 0x0D:
      let column = cursor.column >= margins.lowerBound ? margins.lowerBound : 0
      move(to: Place(row: cursor.row, column: column))
    case 0x07, 0x0F: if isStrict { complain("the control character \(byte)") }
    default: complain("the control character \(byte)")
    }
  }

  private mutating func escape(_ text: String) {
    switch text {
    case "7": saved = (cursor, look)
    case "8":
      move(to: saved.place)
      look = saved.look
    case "=": keypadIsApplication = true
    case ">": keypadIsApplication = false
    case "M": reverseLineFeed()
    case "(B", ")B", ")0", "*B", "+B": break
    default: complain("ESC \(text)")
    }
  }
}

// MARK: Modes

extension Emulator {
  mutating func set(mode: Int, _ isOn: Bool) {
    switch mode {
    case 25: cursorIsShown = isOn
    case 1049: isOn ? enterAlternateScreen() : leaveAlternateScreen()
    case 1, 7, 12, 2004, 2026: break
    case 69 where hasMargins: if !isOn { margins = 0...columns - 1 }
    default: complain("the mode ?\(mode)")
    }
    if isOn { modes.insert(mode) } else { modes.remove(mode) }
  }

  private mutating func enterAlternateScreen() {
    guard main == nil else { return }
    saved = (cursor, look)
    main = cells
    // Whoever takes this screen has to draw all of it.
    blank()
  }

  private mutating func leaveAlternateScreen() {
    guard let main else { return }
    cells = main
    self.main = nil
    move(to: saved.place)
    look = saved.look
  }
}
