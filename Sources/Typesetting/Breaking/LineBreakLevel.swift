/// The levels of the rules that keep marks from the starts and ends of lines: those of W3C CLREQ on top of UAX #14.
///
/// At every level —— and …… stay whole, and words and numbers hold together.
public enum LineBreakLevel: String, Sendable, CaseIterable {
  /// Marks between hanzi stand anywhere, as hanzi do.
  case none
  /// No mark that pauses, stops, closes or connects starts a line, none that opens ends one.
  case basic
  /// GB/T 15834: and no solidus ends a line.
  case gb
  /// And neither —— nor …… starts one.
  case strict
}
