import CNcurses
import Glibc
import Screen

// Pictures, which are no cells: they are sent behind these, and taken off before the cells that they hide are shown.
extension NcursesTerminal {
  /// Asks which pictures the terminal shows; the answer is an event.
  public func askPictures() {
    guard isOpen else { return }
    keys.awaitPictureReport()
    send(PictureSequences.question)
    // A terminal that does not understand the question may have printed it.
    redraw()
    answerDue = bl_milliseconds() + 200
  }

  /// Keeps the content of the picture that surfaces show by a number, instead of the one before.
  public func keep(_ content: PictureContent, as number: Int) { picture.content = (number, content) }

  /// The size of a cell in pixels; one of the usual shape where the terminal does not know.
  public var cellSize: (width: Int, height: Int) {
    var size = winsize()
    guard ioctl(output, UInt(TIOCGWINSZ), &size) == 0, size.ws_xpixel > 0, size.ws_ypixel > 0, size.ws_col > 0,
      size.ws_row > 0
    else { return (10, 20) }
    return (max(1, Int(size.ws_xpixel / size.ws_col)), max(1, Int(size.ws_ypixel / size.ws_row)))
  }

  /// Takes the shown picture off if a surface shows another one or none.
  func removePicture(for surface: Surface) {
    guard let shown = picture.shown, shown != surface.picture else { return }
    redraw()
  }

  /// Shows the picture of a surface, unless it is shown.
  func showPicture(of surface: Surface) {
    guard let wanted = surface.picture, wanted != picture.shown, let content = picture.content,
      content.number == wanted.number
    else { return }
    send(PictureSequences.showing(content.content, in: wanted.rect))
    picture.shown = wanted
  }

  /// Forgets the picture on the screen, which is about to be drawn anew.
  func forgetPicture() {
    guard picture.shown != nil else { return }
    if case .kitty = picture.content?.content, isOpen { send(PictureSequences.removal) }
    picture.shown = nil
  }
}
