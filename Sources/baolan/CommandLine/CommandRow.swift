import Newspaper
import PageFormats
import Reader

/// A row of the command table: the words of a command, and its action. The command line is read, and help is written,
/// from these rows.
struct CommandRow: Sendable {
  var name: String
  /// The words before the paths, by the names that help gives them.
  var operands: [String] = []
  /// True if paths of a corpus may follow.
  var takesPaths = true
  /// One line.
  var summary: Phrase
  var run: @Sendable (Invocation, inout Output) throws -> ExitStatus
  private let makeOptions: @Sendable () -> [OptionRow]
  private let makeDetails: @Sendable () -> [HelpBlock]

  /// A row whose options and help are made when they are asked for: a command needs no more than its own options.
  init(
    name: String, operands: [String] = [], takesPaths: Bool = true,
    options: @autoclosure @escaping @Sendable () -> [OptionRow] = [], summary: Phrase,
    details: @autoclosure @escaping @Sendable () -> [HelpBlock] = [],
    run: @escaping @Sendable (Invocation, inout Output) throws -> ExitStatus
  ) {
    (self.name, self.operands, self.takesPaths, self.summary, self.run) = (name, operands, takesPaths, summary, run)
    (makeOptions, makeDetails) = (options, details)
  }

  var options: [OptionRow] { makeOptions() }
  /// Further help.
  var details: [HelpBlock] { makeDetails() }
}

/// A row of the option table.
struct OptionRow: Sendable {
  /// The kinds of values that may stand after an option.
  enum Value: Sendable {
    case none
    case oneOf([String])
    case number(ClosedRange<Int>)
    /// The name of an encoding.
    case encoding
    /// Any text, by the name that help gives it.
    case text(String)
  }

  /// The name with its dashes.
  var name: String
  var value: Value
  var isRequired: Bool
  var summary: Phrase

  init(_ name: String, _ value: Value, isRequired: Bool = false, _ summary: Phrase) {
    (self.name, self.value, self.isRequired, self.summary) = (name, value, isRequired, summary)
  }

  /// An option without a value.
  init(_ name: String, _ summary: Phrase) { self.init(name, .none, summary) }

  /// The option as usage shows it: `--format text|json`.
  var usage: String {
    switch value {
    case .none: name
    case .oneOf(let choices): name + " " + choices.joined(separator: "|")
    case .number: name + " N"
    case .encoding: name + " NAME"
    case .text(let word): name + " " + word
    }
  }

  /// The option with a word for its value: `--format FORMAT`.
  var shortUsage: String { name + " " + name.drop { $0 == "-" }.uppercased() }

  /// The fault of a value; nil if it is accepted.
  func fault(in text: String) -> String? {
    switch value {
    case .none, .text: return nil
    case .oneOf(let choices):
      return choices.contains(text) ? nil : "takes " + choices.joined(separator: ", ")
    case .encoding:
      return PageEncoding(named: text) == nil
        ? "takes a name of the Encoding Standard, such as UTF-8, UTF-16LE, UTF-16BE, GB18030, Big5" : nil
    case .number(let range):
      return Int(text).map(range.contains) ?? false
        ? nil : "takes a number from \(range.lowerBound) to \(range.upperBound)"
    }
  }
}

extension OptionRow {
  /// The option of a setting.
  /// - Parameter value: one that the option does not take.
  init(_ setting: Setting, but value: String? = nil) {
    // Help of a setting is in every language.
    let summary = language == .english ? setting.option.map { Phrase($0) } : nil
    self.init("--" + setting.name, .oneOf(setting.values().filter { $0 != value }), summary ?? setting.help)
  }
}

/// The exit status of the program.
enum ExitStatus: Int32 {
  case done = 0
  case nothingFound = 1
  case usageError = 2
}

/// An error that ends a command: one line for standard error, and the status.
struct Failure: Error {
  var message: String
  var status: ExitStatus = .usageError
}
