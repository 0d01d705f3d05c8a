import Notes
import Screen
import Searching

/// A request of the reader to the program around it: the only way in which it reaches the world.
public enum Effect: Sendable, Equatable {
  /// Read an issue and hand it back by `receive`.
  case open(issue: String)
  /// Set an article in the background, and hand it back by `receive(_:)`. An article that was to be set before is not
  /// awaited any more.
  case set(TypesettingJob)
  /// Explain the roles of lines of a page and hand the explanations back by `receive(explanations:issue:page:lines:)`.
  case explain(issue: String, page: Int, lines: Set<Int>)
  /// Search the whole corpus and hand back the answer as far as it is known by `receive(_:)`, as often as there is
  /// more. The answer to a question before is not awaited any more.
  case searchCorpus(CorpusQuestion)
  /// Hand back some of the hits by `receive(hits:question:from:)`; void where another question has been asked since.
  case hits(question: Int, range: Range<Int>)
  /// Hand back the place of the first hit of some days by `receive(firstHit:question:)`.
  case firstHit(question: Int, days: ClosedRange<DayNumber>)
  /// Nothing is awaited of a search of the whole corpus any more.
  case endCorpusSearch
  /// Keep a query under its name, instead of one of this name, and hand back all by `receive(savedQueries:)`.
  case saveQuery(SavedQuery)
  /// Forget the query of a name, and hand back all that are left by `receive(savedQueries:)`.
  case deleteQuery(name: String)
  /// Make a picture of a page's scan and hand it back by `receive(_:to:)`. A picture that was to be made before is not
  /// awaited any more.
  case showScan(ScanRequest)
  /// Open the image of a page by a program of its own.
  case openImage(issue: String, page: Int)
  /// Store changes of clippings, marks and corrections.
  case keep([Change])
  /// Copy a text, and hand back by `receive(copied:)` where it went.
  case copy(String)
  /// Have a text edited in the person's editor, and hand it back by `receive(edited:of:)`; nil if it was left as it
  /// was.
  case edit(String, of: EditedText)
  /// Run a command, its words as a list, with a text on its standard input, and hand back by
  /// `receive(output:of:status:)` what it says.
  case pipe(command: String, input: String)
  /// Have a text read aloud, beside the reader, and hand back by `receive(speechEnd:)` how that ended.
  /// - Parameter language: its code: `zh`, `en`.
  case speak(String, language: String)
  /// Have no text read aloud any more.
  case endSpeech
  /// Show a text in the person's pager.
  case page(String)
  /// Write a file that is not there yet, and hand back by `receive(written:failure:)` that it is there.
  case write([UInt8], path: String)
  /// Press keys, each once the effects of the one before have been carried out.
  case press([Key])
  /// Carry out lines of the command prompt by `execute`, each once the effects of the one before have been carried out.
  case execute([String])
  /// Search the stored clippings, and hand back their places by `receive(clippings:of:)`.
  case searchClippings(ClippingQuery, number: Int)
  /// Go through the pages of the tour with the reader of `onTour`, until that is left.
  case tour
  /// Ask the terminal for its ground and how wide it draws ambiguous characters, and hand its answers, events, to
  /// `handle`.
  case askAmbiguousWidth
  /// Go to the shell until the process goes on.
  case suspend
  /// Send the whole screen anew.
  case redraw
  /// End.
  case quit
}
