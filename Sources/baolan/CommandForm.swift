import Library
import PageFormats
import System

/// What a command is called, what it takes, and what it does. The command line is read, and help is written, from
/// these.
struct CommandForm: Sendable {
  var name: String
  /// What comes before the paths, by the names that help gives it.
  var operands: [String] = []
  /// Whether paths of a corpus may follow.
  var takesPaths = true
  var options: [OptionForm] = []
  /// One line.
  var summary: String
  /// What more there is to say; lines of at most 80 columns.
  var details = ""
  var run: @Sendable (Invocation, inout Output) throws -> ExitStatus
}

/// An option of a command.
struct OptionForm: Sendable {
  /// What may stand after it.
  enum Value: Sendable {
    case none
    case oneOf([String])
    case number(ClosedRange<Int>)
    /// The name of an encoding.
    case encoding
    /// Anything, by the name that help gives it.
    case text(String)
  }

  /// With its dashes.
  var name: String
  var value: Value = .none
  /// Whether there is nothing that goes without saying.
  var isNeeded = false
  var summary: String

  /// As usage shows it: `--format text|json`.
  var usage: String {
    switch value {
    case .none: name
    case .oneOf(let choices): name + " " + choices.joined(separator: "|")
    case .number: name + " N"
    case .encoding: name + " NAME"
    case .text(let word): name + " " + word
    }
  }

  /// The same with a word for its value: `--format FORMAT`.
  var shortUsage: String { name + " " + name.drop { $0 == "-" }.uppercased() }

  /// What is wrong with a value, or nil.
  func fault(in text: String) -> String? {
    switch value {
    case .none, .text: return nil
    case .oneOf(let choices):
      return choices.contains(text) ? nil : "takes " + choices.joined(separator: ", ")
    case .encoding:
      let names = PageEncoding.allCases.map(\.rawValue).joined(separator: ", ")
      return PageEncoding(named: text) == nil ? "takes " + names : nil
    case .number(let range):
      return Int(text).map(range.contains) ?? false
        ? nil : "takes a number from \(range.lowerBound) to \(range.upperBound)"
    }
  }
}

/// How the program ended.
enum ExitStatus: Int32 {
  case done = 0
  case nothingFound = 1
  case wrongUsage = 2
}

/// What ends a command early: one line for standard error, and the status.
struct Failure: Error {
  var message: String
  var status: ExitStatus = .wrongUsage
}
