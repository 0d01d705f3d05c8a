import Glibc
import Library
import Newspaper
import Reader
import Screen
import System
import Terminal

/// The work of other threads for pictures of scans.
struct ScanWork {
  /// The way in which the terminal shows pictures, once it is known.
  var showing: PictureProtocol?
  /// True while the terminal's answer is awaited.
  var isAsking = false
  /// The request that waits for the terminal's answer, or for the one before it.
  var next: ScanRequest?
  /// True while a picture is being made.
  var isMaking = false
  /// The number of the picture that was made last.
  var number = 0
}

// Pictures of pages.
extension Session {
  /// Milliseconds that the terminal may take to say which pictures it shows.
  private static let patience: UInt32 = 500

  /// Has a picture made in a thread, one at a time; of those asked for meanwhile the last one counts.
  mutating func show(_ request: ScanRequest) {
    guard let (image, lines) = place(of: request) else { return }
    scan.next = request
    guard let showing = scan.showing else { return askPictures() }
    guard !scan.isMaking else { return }
    (scan.isMaking, scan.next) = (true, nil)
    let making = ScanPicture(request: request, showing: showing, cell: terminal.cellSize)
    runDetached { [mailbox] in mailbox.post(.scan(request, making.made(of: image, lines: lines))) }
  }

  /// Takes a picture that was made, or why there is none.
  mutating func receive(_ result: Result<ScanPicture.Made, ScanFailure>, to request: ScanRequest) {
    scan.isMaking = false
    switch result {
    case .success(let made):
      scan.number += 1
      terminal.keep(made.content, as: scan.number)
      perform(reader.receive(.shown(Picture(number: scan.number, rect: made.rect)), to: request))
    case .failure(let failure): perform(reader.receive(.missing(failure.phrase), to: request))
    }
    if let next = scan.next { show(next) }
  }

  /// Opens the image of a page by the command of the setting `open`, else `$BAOLAN_VIEWER`, else as the desktop opens
  /// it. The command's words are a list; no shell reads them or the file's name.
  mutating func openImage(ofPage number: Int, _ id: String) {
    guard let page = page(number, of: id), let image = image(of: page) else {
      return reader.tell(Phrase("no image of this page is beside its text").words(in: language))
    }
    let viewer = [reader.settings.open, environment("BAOLAN_VIEWER") ?? ""].first { !$0.isEmpty } ?? "xdg-open"
    runDetached { [mailbox] in
      let run = Programs.give([], to: Programs.words(viewer) + [image])
      guard run.status != 0 else { return }
      let failure =
        run.isMissing
        ? Phrase("{} is not installed; :set open COMMAND names another program", viewer)
        : Phrase("{} ended with {}", viewer, Int(run.status))
      mailbox.post(.notSaved(failure.words(in: language)))
    }
  }

  // MARK: The terminal

  private mutating func askPictures() {
    if let named = environment("BAOLAN_IMAGES").flatMap({ PictureProtocol(rawValue: $0) }) {
      return takePictures(named)
    }
    guard !scan.isAsking else { return }
    scan.isAsking = true
    terminal.askPictures()
    runDetached { [mailbox] in
      usleep(Self.patience * 1000)
      mailbox.post(.picturesUnanswered)
    }
  }

  /// Learns which pictures the terminal shows, from its answer or because there is none.
  mutating func takePictures(_ showing: PictureProtocol) {
    guard scan.showing == nil else { return }
    scan.showing = showing
    if let next = scan.next { show(next) }
  }

  // MARK: Files

  private mutating func page(_ number: Int, of id: String) -> Page? { (try? corpus.issue(id))?.page(number) }

  private func image(of page: Page) -> String? {
    ScanImages.image(ofPage: page.path, named: page.text.layout?.image)
  }

  /// The image, and the places of lines on it; nil where that was answered.
  private mutating func place(of request: ScanRequest) -> (image: String, boxes: [PageBox])? {
    guard let page = page(request.page, of: request.issue), let image = image(of: page) else {
      let phrase = Phrase("no image of this page is beside its text")
      perform(reader.receive(.missing(phrase), to: request))
      return nil
    }
    let layout = page.text.layout
    return (image, request.lines.compactMap { layout?.box(ofLines: [$0]) })
  }
}
