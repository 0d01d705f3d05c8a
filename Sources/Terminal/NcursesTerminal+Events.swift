import CNcurses
import Screen

// Events from the terminal and from signals.
extension NcursesTerminal {
  /// Time that an answer may take which must not reach the shell.
  private static let answerTime: Int64 = 200

  /// Asks how wide ambiguous characters are, where the terminal understands the question, and whether its ground is
  /// dark or light, which it says first if it does.
  public func askAmbiguousWidth() {
    guard isOpen, bl_ask_ambiguous_width() != 0 else { return }
    keys.awaitGround()
    shown = nil
    answerDue = bl_milliseconds() + Self.answerTime
  }

  /// Two modes are asked for whenever the terminal is taken.
  func noteModeQuestion() {
    modesAsked = keys.modeAnswers + 2
    modesDue = bl_milliseconds() + Self.answerTime
  }

  /// Waits a little for an answer that is still to come, so that it is not typed into the shell.
  func awaitAnswer() {
    awaitModes()
    guard let due = answerDue else { return }
    answerDue = nil
    while bl_milliseconds() < due, !keys.isAtEnd {
      if keys.next()?.isAnswer ?? false { return }
      _ = keys.wait(until: due)
    }
  }

  /// Waits for the answers about modes, unless that to a later question is waited for, behind which none of them comes.
  private func awaitModes() {
    guard answerDue == nil, let due = modesDue else { return }
    modesDue = nil
    while bl_milliseconds() < due, !keys.isAtEnd, keys.modeAnswers < modesAsked {
      if keys.next() == nil { _ = keys.wait(until: due) }
    }
  }

  /// The next event. A resize is told with the driver's own figure; once the terminal is gone, every event is
  /// `.hangUp`.
  public func nextEvent(within milliseconds: Int?) -> Event? {
    guard isOpen else { return .hangUp }
    let deadline = milliseconds.map { bl_milliseconds() + Int64(max(0, $0)) }
    while true {
      if let event = eventOfSignals() ?? keys.next() {
        if event.isAnswer { (answerDue, modesDue) = (nil, nil) }
        return event
      }
      if keys.isAtEnd { return .hangUp }
      if keys.wait(until: deadline) == .timeOver { return nil }
    }
  }

  private func eventOfSignals() -> Event? {
    let notices = bl_take_notices()
    if notices & BL_END_ASKED.rawValue != 0 { return .hangUp }
    if notices & BL_STOP_ASKED.rawValue != 0 {
      suspend()
      return eventOfSignals()
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

extension Event {
  /// True for the terminal's answer to a question.
  fileprivate var isAnswer: Bool {
    switch self {
    case .ambiguousColumns, .pictures: true
    default: false
    }
  }
}
