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
  /// A passage to be shown once its issue has come.
  var awaited: AwaitedPassage?
  /// The clipped passages of the open issue; nil where they have to be looked for.
  var signs: ClippedPassages?
  /// True if the next unread article is to be shown once its issue has come.
  var awaitsUnread = false
  /// The texts whose note is being written in the editor.
  var edited: [Excerpt] = []
  /// The passages that are being corrected in the editor.
  var correcting: [CorrectedIssue.BlockPlace] = []
  /// Words for the text that is being copied.
  var copied = ""
  /// Keys that were recorded, by name.
  var macros: [Macro] = []
  var recording: Recording?
  /// True while a text is read aloud.
  var isSpeaking = false
  /// Number of searches among clippings.
  var clippingSearches = 0

  /// Keys that are being recorded.
  struct Recording: Sendable {
    var name: String
    var keys: [Key] = []
    /// The number of keys before the command line that is open, or was last.
    var commandStart: Int?
  }

  /// A passage that one wants to go to.
  struct AwaitedPassage: Sendable, Equatable {
    var issue: String
    /// Nil for the issue itself.
    var anchor: Anchor?
  }
}
