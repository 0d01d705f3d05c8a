import Newspaper
import Notes
import Screen

/// The things that a person makes while reading, and all that is needed to take them back and to go to them.
struct Notebook: Sendable {
  var clippings = ClippingList()
  /// By name.
  var marks: [Mark] = []
  /// The oldest first.
  var corrections: [Correction] = []
  /// Entries of the list by the issue's id, as readings of the corrected issues make them.
  var correctedEntries: [String: IssueSummary] = [:]
  var deeds = DeedHistory()
  var jumps = JumpList()
  /// Lines of the command prompt.
  var commands = LineHistory()
  /// Effects of deeds, which the next `settle` hands over.
  var waiting: [Effect] = []
  /// The place to be shown once its issue has come.
  var awaited: Awaited?
  /// The clipped passages of the open issue; nil where they have to be looked for.
  var signs: ClippedPassages?
  /// The texts that the editor was opened for.
  var inEditor: InEditor?
  /// Words for the text that is being copied.
  var copied = ""
  /// Keys that were recorded, by name.
  var macros: [Macro] = []
  var recording: Recording?
  /// True while a text is read aloud.
  var isSpeaking = false

  /// Keys that are being recorded.
  struct Recording: Sendable {
    var name: String
    var keys: [Key] = []
    /// The number of keys before the command line that is open, or was last.
    var commandStart: Int?
  }

  /// A place that one wants to go to.
  enum Awaited: Sendable, Equatable {
    /// A passage of an issue; nil for the issue itself.
    case passage(issue: String, Anchor?)
    /// The next unread article.
    case unread
  }

  /// Texts that the editor has.
  enum InEditor: Sendable {
    /// Texts whose note is being written.
    case noted([Excerpt])
    /// Passages that are being corrected.
    case corrected([CorrectedIssue.BlockPlace])
  }
}
