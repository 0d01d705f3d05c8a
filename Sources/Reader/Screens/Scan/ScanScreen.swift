import Newspaper
import Screen
import Typesetting

/// A request for a picture of a page's scan.
public struct ScanRequest: Sendable, Equatable {
  /// The issue's id.
  public var issue: String
  /// The number of the page.
  public var page: Int
  /// The numbers of the lines that are spoken of.
  public var lines: [Int]
  /// True for the whole page with the lines framed, false for the cut that has them.
  public var isWhole: Bool
  /// The cells that the picture may cover.
  public var rect: Rect
}

/// The answer to a request for a picture.
public enum ScanAnswer: Sendable, Equatable {
  /// The terminal has the picture.
  case shown(Picture)
  /// The line that says why there is none.
  case missing(Phrase)
}

/// The scan of a passage: the cut that has its lines, or the whole page with the lines framed.
struct ScanScreen: ReaderScreen {
  /// The lines of a passage on their page.
  struct Place: Sendable, Equatable {
    var page: Int
    var lines: [Int]
  }

  private let issue: String
  private let places: [Place]
  private var index: Int
  private var isWhole = false
  /// The request that was made last, and its answer.
  private var asked: ScanRequest?
  private var answer: ScanAnswer?

  private init(issue: String, places: [Place], index: Int) {
    (self.issue, self.places, self.index) = (issue, places, index)
  }

  // MARK: Update

  /// Opens the scan of the passage, or of the hit, that one is at; on the scan itself shows the whole page or the cut.
  static func open(in reader: inout Reader) {
    if var scan = reader.layers.last as? ScanScreen {
      scan.isWhole.toggle()
      return reader.layers.update(scan)
    }
    guard let (issue, here) = reader.scanPlace else { return reader.say(reader.phrases.nothingHere) }
    let passages = issue == reader.issue?.id ? reader.passagesOfArticle : []
    let places = passages.map { Place(page: $0.page, lines: $0.sourceLines) }.filter { !$0.lines.isEmpty }
    if let index = places.firstIndex(of: here) {
      reader.layers.append(ScanScreen(issue: issue, places: places, index: index))
    } else {
      reader.layers.append(ScanScreen(issue: issue, places: [here], index: 0))
    }
  }

  /// Has the image of the page opened by a program of its own.
  static func openElsewhere(in reader: Reader) -> [Effect] {
    if let scan = reader.layers.last as? ScanScreen { return [.openImage(issue: scan.issue, page: scan.place.page)] }
    return reader.scanPlace.map { [.openImage(issue: $0.issue, page: $0.place.page)] } ?? []
  }

  private var place: Place { places[index] }

  func context(in reader: Reader) -> Context { .scan }

  func move(_ movement: Movement, in reader: inout Reader) {}

  func perform(_ command: Command, count: Int?, in reader: inout Reader) -> [Effect]? {
    switch command {
    case .nextPassage: goTo(index + (count ?? 1), in: &reader)
    case .previousPassage: goTo(index - (count ?? 1), in: &reader)
    default: return nil
    }
    return []
  }

  private func goTo(_ number: Int, in reader: inout Reader) {
    var new = self
    new.index = max(0, min(number, places.count - 1))
    if new.index == index { reader.say(number > 0 ? reader.phrases.lastPassage : reader.phrases.firstPassage) }
    reader.layers.update(new)
  }

  /// Asks for the picture once.
  func settle(in reader: inout Reader) -> [Effect] {
    let request = ScanRequest(
      issue: issue, page: place.page, lines: place.lines, isWhole: isWhole, rect: pictureRect(in: reader))
    guard request != asked, !request.rect.isEmpty else { return [] }
    var new = self
    (new.asked, new.answer) = (request, nil)
    reader.layers.update(new)
    return [.showScan(request)]
  }

  /// Takes an answer; one to an older request is dropped.
  func take(_ answer: ScanAnswer, to request: ScanRequest, in reader: inout Reader) {
    guard request == asked else { return }
    var new = self
    new.answer = answer
    reader.layers.update(new)
  }

  // MARK: View

  private func pictureRect(in reader: Reader) -> Rect {
    let panes = reader.layout.panes
    return Rect(column: panes.column, row: panes.row + 1, columns: panes.columns, rows: panes.rows - 1)
  }

  func draw(on surface: inout Surface, of reader: Reader) {
    let panes = reader.layout.panes
    let theme = reader.environment.theme
    let words = reader.phrases.place(
      page: place.page, lines: place.lines, of: reader.issue?.page(place.page)?.text.lineCount ?? 0)
    surface.write(words, column: panes.column + 1, row: panes.row, style: theme[.key], clip: panes)
    switch answer {
    case .shown(let picture): surface.picture = picture
    case .missing(let phrase):
      let text = phrase.words(in: reader.environment.language)
      let setting = LineSetting(measure: max(4, panes.columns - 2), ambiguous: reader.environment.ambiguous)
      for (row, line) in setLines(text, setting).enumerated() {
        surface.write(
          String(text.slice(line.range)), column: panes.column + 1, row: panes.row + 2 + row, style: theme[.error],
          clip: panes)
      }
    case nil: surface.write("…", column: panes.column + 1, row: panes.row + 2, style: theme[.key], clip: panes)
    }
  }

  func place(in reader: Reader) -> [String] {
    [Context.scan.title.words(in: reader.environment.language), "\(index + 1)/\(places.count)"]
  }

  func usefulCommands(in reader: Reader) -> [Command] { [.scan, .nextPassage, .previousPassage, .openImage, .back] }
}

extension Reader {
  /// Takes the answer to `Effect.showScan`; one that comes too late is dropped.
  public mutating func receive(_ answer: ScanAnswer, to request: ScanRequest) -> [Effect] {
    layers.last(ScanScreen.self)?.take(answer, to: request, in: &self)
    return settle()
  }

  /// The passages of the article that is shown.
  fileprivate var passagesOfArticle: [Passage] {
    galley?.galley.blocks.map(\.content.passage) ?? article?.blocks.map(\.passage) ?? []
  }
}
