import CNcurses
import Glibc
import Screen

/// The terminal of this process, by what ncurses knows of it: an alternate screen where there is one, raw keys,
/// bracketed paste. It speaks UTF-8, and there is one at a time.
///
/// Signals: `SIGINT`, `SIGTERM` and `SIGHUP` arrive as `Event.hangUp`, `SIGWINCH` as `Event.resize`, and `SIGTSTP` is
/// obeyed while the next event is waited for. After a signal that ends a process the terminal is given back before it
/// ends. What is written to standard error meanwhile, a trap's message too, is kept and said after that.
public final class NcursesTerminal {
  let output: Int32
  let keys: KeyReader
  let depth: ColorDepth
  /// The looks of the styles that were drawn: each is found out once.
  var looks: [(style: Style, look: Look)] = []
  var known: Size
  var shown: Surface?
  /// The content of a picture by its number, and the picture that is on the screen.
  var picture: (content: (number: Int, content: PictureContent)?, shown: Picture?)
  var mustTellSize = false
  /// Until when an answer to the question how wide ambiguous characters are is waited for at the end.
  var answerDue: Int64?
  /// Until when answers to the question which modes the terminal has are waited for at the end, and their number.
  var modesDue: Int64?
  var modesAsked = 0
  var hasNews = false
  var isOpen = true
  /// True while the terminal tells of the mouse, and does not select text by itself.
  public var usesMouse = false {
    didSet { if isOpen, usesMouse != oldValue { bl_use_mouse(usesMouse ? 1 : 0) } }
  }

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
    known = measure(output)
    bl_set_size(Int32(known.rows), Int32(known.columns))
    noteModeQuestion()
  }

  deinit { if isOpen { bl_close() } }

  /// Its size as last told to the reader, or at the start; never less than 1 × 1.
  public var size: Size { known }

  /// The signal that made `nextEvent` say `.hangUp`, so that the program can end by it. A terminal that is gone is as
  /// good as `SIGHUP`, which may come late, or to others only.
  public var endingSignal: Int32? { bl_ending_signal() != 0 ? bl_ending_signal() : keys.isAtEnd ? SIGHUP : nil }

  /// True if it takes a line more at once. Writing to one that does not can wait for ever.
  public var takesOutput: Bool { bl_takes_output(output) != 0 }

  /// Makes the next event `Event.news`.
  public var wake: @Sendable () -> Void { bl_give_news }

  /// Gives the terminal back as it was found. Harmless when called twice.
  public func end() {
    guard isOpen else { return }
    forgetPicture()
    isOpen = false
    awaitAnswer()
    bl_close()
  }

  /// Sends everything anew at the next `present`.
  public func redraw() {
    shown = nil
    forgetPicture()
    if isOpen { bl_forget() }
  }

  /// Gives the terminal back, stops the process group as ctrl-z does, and takes the terminal again when it goes on; the
  /// next event is then a resize, since what was shown is lost. Without job control nothing stops.
  public func suspend() {
    guard isOpen else { return }
    forgetPicture()
    awaitAnswer()
    bl_pause()
    bl_stop_here()
    // Killed while stopped: the terminal is the shell's again and stays so.
    if bl_end_is_asked() == 0 { takeAgain() }
  }

  func takeAgain() {
    bl_resume()
    noteModeQuestion()
    shown = nil
    mustTellSize = true
  }
}

func measure(_ descriptor: Int32) -> Size {
  var rows: Int32 = 24
  var columns: Int32 = 80
  // A serial line does not know its size; 80 × 24 is what such terminals have.
  _ = bl_driver_size(descriptor, &rows, &columns)
  return Size(columns: Int(columns), rows: Int(rows))
}

/// True if a value of `NO_COLOR` forbids colours: any but an empty one does (no-color.org).
func forbidsColor(_ value: String?) -> Bool { !(value ?? "").isEmpty }

private func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

extension TerminalError {
  fileprivate init?(_ opening: bl_opening, type: String) {
    switch opening {
    case BL_OPENED: return nil
    case BL_NO_TERMINAL: self = .notATerminal
    case BL_UNKNOWN_TERMINAL: self = .unknownTerminal(type)
    case BL_CANNOT_ADDRESS: self = .unsuitableTerminal(type)
    case BL_NO_DESCRIPTORS: self = .noDescriptors
    default: self = .alreadyOpen
    }
  }
}
