import CNcurses
import Glibc
import Screen

/// The terminal of this process, by way of ncurses: an alternate screen where there is one, raw keys, bracketed paste.
/// It needs a UTF-8 locale in force, and there is one at a time.
///
/// Signals: `SIGINT`, `SIGTERM` and `SIGHUP` arrive as `Event.hangUp`, `SIGWINCH` as `Event.resize`, and `SIGTSTP` is
/// obeyed while the next event is waited for. After a signal that ends a process the terminal is given back before it
/// ends. What is written to standard error meanwhile, a trap's message too, is kept and said after that.
public final class NcursesTerminal: TerminalDevice {
  private let output: Int32
  private let keys: KeyReader
  private let depth: ColorDepth
  private var pairs: ColorPairs
  private var known: Size
  private var shown: (surface: Surface, cursor: Point?)?
  private var mustTellSize = false
  /// Until when an answer to the question how wide ambiguous characters are is waited for at the end.
  private var answerDue: Int64?
  private var hasNews = false
  private var isOpen = true

  /// Takes the terminal.
  /// - Parameters:
  ///   - type: its type; nil takes `TERM`.
  ///   - usesColor: whether it may have colours; nil asks `NO_COLOR`, which forbids them unless it is empty.
  ///   - input: where keys come from. When this is no terminal they come from the controlling one, so that standard
  ///     input can be a page.
  ///   - output: the terminal itself.
  public init(
    type: String? = nil, usesColor: Bool? = nil, input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO
  ) throws(TerminalError) {
    guard isatty(output) == 1, let source = KeySource(input) else { throw .notATerminal }
    let type = type ?? environment("TERM") ?? ""
    guard !type.isEmpty else { throw .noTerminalType }
    let usesColor = usesColor ?? !forbidsColor(environment("NO_COLOR"))
    if let error = TerminalError(bl_open(type, output, usesColor ? 1 : 0), type: type) {
      throw error
    }
    self.output = output
    keys = KeyReader(source)
    depth = ColorDepth(colors: Int(bl_colors()))
    pairs = ColorPairs(limit: Int(bl_color_pairs()))
    known = measure(output)
    bl_set_size(Int32(known.rows), Int32(known.columns))
  }

  deinit { if isOpen { bl_close() } }

  /// Its size as last told to the reader, or at the start; never less than 1 × 1.
  public var size: Size { known }

  /// The signal that made `nextEvent` say `.hangUp`, so that the program can end by it. A terminal that is gone is as
  /// good as `SIGHUP`, which may come late, or to others only.
  public var endingSignal: Int32? { bl_ending_signal() != 0 ? bl_ending_signal() : keys.isAtEnd ? SIGHUP : nil }

  /// Whether it takes a line more at once. What is written to one that does not can wait for ever.
  public var takesOutput: Bool { bl_takes_output(output) != 0 }

  /// Makes the next event `Event.news`.
  public var wake: @Sendable () -> Void { bl_give_news }

  /// Gives the terminal back as it was found. Harmless when called twice.
  public func end() {
    guard isOpen else { return }
    isOpen = false
    awaitAnswer()
    bl_close()
  }

  /// Sends everything anew at the next `present`.
  public func redraw() {
    shown = nil
    if isOpen { bl_forget() }
  }

  /// Gives the terminal back, stops the process group as ctrl-z does, and takes the terminal again when it goes on; the
  /// next event is then a resize, since what was shown is lost. Without job control nothing stops.
  public func suspend() {
    guard isOpen else { return }
    awaitAnswer()
    bl_pause()
    bl_stop_here()
    // Killed while stopped: the terminal is the shell's again and stays so.
    if bl_end_is_asked() == 0 { takeAgain() }
  }

  private func takeAgain() {
    bl_resume()
    shown = nil
    mustTellSize = true
  }
}

// MARK: - Showing

extension NcursesTerminal {
  /// Shows a surface; only the parts of rows that differ from what is shown are drawn, and sent in one write.
  public func present(_ surface: Surface, cursor: Point?) {
    guard isOpen else { return }
    // What is shown stands elsewhere than was thought.
    if let shown, shown.surface.hasWideAmbiguous != surface.hasWideAmbiguous { redraw() }
    let before = shown.flatMap { $0.surface.size == surface.size ? $0 : nil }
    if let before, before.surface == surface, before.cursor == cursor { return }
    if before == nil { bl_erase() }
    for row in 0..<min(surface.size.rows, known.rows) {
      let isNew = draw(surface.row(row), over: before?.surface.row(row), row: row)
      if isNew, surface.hasWideAmbiguous { place(surface.row(row), row: row) }
    }
    let place = cursor.map { clamp($0, to: known) }
    bl_refresh(Int32(place?.row ?? -1), Int32(place?.column ?? -1))
    bl_place_now()
    shown = (surface, cursor)
  }

  /// - Returns: whether there was anything to draw.
  private func draw(_ cells: ArraySlice<Cell>, over old: ArraySlice<Cell>?, row: Int) -> Bool {
    guard let span = changedSpan(cells, over: old) else { return false }
    var style = Style.plain
    var look = self.look(of: style)
    for index in span where cells[index].width > 0 {
      let cell = cells[index]
      let column = index - cells.startIndex
      guard column + Int(cell.width) <= known.columns else { break }
      if cell.style != style { (style, look) = (cell.style, self.look(of: cell.style)) }
      if cell.width == 1 || !isOddlyWide(cell) {
        bl_put(Int32(row), Int32(column), cell.glyph, look.attributes, look.pair)
      } else {
        putBlanks(cell, row: row, column: column, look)
      }
    }
    return true
  }

  private func look(of style: Style) -> (attributes: UInt32, pair: Int32) {
    let look = Look(style, depth: depth)
    return (UInt32(look.attributes.rawValue), pairs.number(look.foreground, look.background))
  }
}

// MARK: - Glyphs that the terminal draws over two columns and ncurses counts as one

extension NcursesTerminal {
  /// What ncurses is told stands where such a glyph does: as wide, and nothing else that is ever drawn.
  private static let placeholder = "\u{3000}"

  private func isOddlyWide(_ cell: Cell) -> Bool { cell.glyph == Self.placeholder || bl_is_narrow(cell.glyph) != 0 }

  /// Has ncurses draw a placeholder; an ideographic space, which would look like one to it, as two spaces.
  private func putBlanks(_ cell: Cell, row: Int, column: Int, _ look: (attributes: UInt32, pair: Int32)) {
    guard cell.glyph == Self.placeholder else {
      return bl_put(Int32(row), Int32(column), Self.placeholder, look.attributes, look.pair)
    }
    for column in column...column + 1 { bl_put(Int32(row), Int32(column), " ", look.attributes, look.pair) }
  }

  /// Puts the glyphs of a row over their placeholders, each in its column. All of them: nobody knows which placeholders
  /// ncurses sends again.
  private func place(_ cells: ArraySlice<Cell>, row: Int) {
    for index in cells.indices where cells[index].width == 2 && cells[index].glyph != Self.placeholder {
      let (cell, column) = (cells[index], index - cells.startIndex)
      guard column + 2 <= known.columns, bl_is_narrow(cell.glyph) != 0 else { continue }
      let look = Look(cell.style, depth: depth)
      bl_place(
        Int32(row), Int32(column), cell.glyph, UInt32(look.attributes.rawValue), look.foreground, look.background)
    }
  }
}

/// From the first cell that differs to the last, widened to whole glyphs of both rows; nil when none differs.
func changedSpan(_ cells: ArraySlice<Cell>, over old: ArraySlice<Cell>?) -> Range<Int>? {
  guard let old else { return cells.indices }
  let shift = old.startIndex - cells.startIndex
  guard var first = cells.indices.first(where: { cells[$0] != old[$0 + shift] }),
    var last = cells.indices.last(where: { cells[$0] != old[$0 + shift] })
  else { return nil }
  func isHalf(_ index: Int) -> Bool { cells[index].width == 0 || old[index + shift].width == 0 }
  while first > cells.startIndex, isHalf(first) { first -= 1 }
  while last + 1 < cells.endIndex, isHalf(last + 1) { last += 1 }
  return first..<last + 1
}

/// Pairs of colours, made as styles need them and never more than the terminal has; beyond that, its own colours.
struct ColorPairs {
  private var numbers: [UInt64: Int32] = [:]
  private let limit: Int

  init(limit: Int) { self.limit = min(limit, Int(Int16.max)) }

  mutating func number(_ foreground: Int32, _ background: Int32) -> Int32 {
    guard foreground != -1 || background != -1 else { return 0 }
    let key = UInt64(UInt32(bitPattern: foreground)) << 32 | UInt64(UInt32(bitPattern: background))
    if let number = numbers[key] { return number }
    guard numbers.count + 1 < limit else { return 0 }
    let number = Int32(numbers.count + 1)
    bl_set_pair(number, foreground, background)
    numbers[key] = number
    return number
  }
}

// MARK: - Events

extension NcursesTerminal {
  /// How long an answer may take that must not reach the shell.
  private static let patience: Int64 = 200

  /// Asks how wide ambiguous characters are, where the terminal understands the question.
  public func askAmbiguousWidth() {
    guard isOpen, bl_ask_ambiguous_width() != 0 else { return }
    shown = nil
    answerDue = bl_milliseconds() + Self.patience
  }

  /// Waits a little for an answer that is still to come, so that it is not typed into the shell.
  private func awaitAnswer() {
    guard let due = answerDue else { return }
    answerDue = nil
    while bl_milliseconds() < due, !keys.isAtEnd {
      if case .ambiguousColumns = keys.next() { return }
      _ = keys.wait(until: due)
    }
  }

  /// The next event. A resize is told with the driver's own figure; once the terminal is gone, every event is
  /// `.hangUp`.
  public func nextEvent(within milliseconds: Int?) -> Event? {
    guard isOpen else { return .hangUp }
    let deadline = milliseconds.map { bl_milliseconds() + Int64(max(0, $0)) }
    while true {
      if let event = noticed() ?? keys.next() {
        if case .ambiguousColumns = event { answerDue = nil }
        return event
      }
      if keys.isAtEnd { return .hangUp }
      if keys.wait(until: deadline) == .timeOver { return nil }
    }
  }

  private func noticed() -> Event? {
    let notices = bl_take_notices()
    if notices & BL_END_ASKED.rawValue != 0 { return .hangUp }
    if notices & BL_STOP_ASKED.rawValue != 0 {
      suspend()
      return noticed()
    }
    if notices & BL_CONTINUED.rawValue != 0 { takeAgain() }
    hasNews = hasNews || notices & BL_NEWS.rawValue != 0
    if notices != 0 || mustTellSize, let size = newSize() { return size }
    defer { hasNews = false }
    return hasNews ? .news : nil
  }

  private func newSize() -> Event? {
    let size = measure(output)
    guard size != known || mustTellSize else { return nil }
    mustTellSize = false
    known = size
    bl_set_size(Int32(size.rows), Int32(size.columns))
    redraw()
    return .resize(size)
  }
}

// MARK: - Small helpers

private func clamp(_ point: Point, to size: Size) -> Point {
  Point(column: max(0, min(point.column, size.columns - 1)), row: max(0, min(point.row, size.rows - 1)))
}

private func measure(_ descriptor: Int32) -> Size {
  var rows: Int32 = 24
  var columns: Int32 = 80
  // A serial line does not know its size; 80 × 24 is what such terminals have.
  _ = bl_driver_size(descriptor, &rows, &columns)
  return Size(columns: Int(columns), rows: Int(rows))
}

/// Whether a value of `NO_COLOR` forbids colours: any but an empty one does (no-color.org).
func forbidsColor(_ value: String?) -> Bool { !(value ?? "").isEmpty }

private func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

extension TerminalError {
  fileprivate init?(_ opening: bl_opening, type: String) {
    switch opening {
    case BL_OPENED: return nil
    case BL_NO_TERMINAL: self = .notATerminal
    case BL_NO_UTF8: self = .noUTF8
    case BL_UNKNOWN_TERMINAL: self = .unknownTerminal(type)
    case BL_CANNOT_ADDRESS: self = .unsuitableTerminal(type)
    case BL_NO_DESCRIPTORS: self = .noDescriptors
    default: self = .alreadyOpen
    }
  }
}
