import Newspaper

/// The program's version.
let version = "0.1.0"
/// The day of that version.
let versionDay = "2026-11-28"

/// `help [TOPIC]`.
func runHelp(_ invocation: Invocation, _ output: inout Output) throws -> ExitStatus {
  guard let name = invocation.operands.first else {
    output.write(generalHelp)
    return .done
  }
  if let command = CommandRow.all.first(where: { $0.name == name }) {
    output.write(command.help)
  } else if let topic = HelpTopic.all.first(where: { $0.name == name }) {
    output.write(topic.text())
  } else {
    let names = CommandRow.all.map(\.name) + HelpTopic.all.map(\.name)
    throw Failure(message: "no command `\(name)`" + (suggestion(for: name, in: names) ?? "") + " (`baolan help`)")
  }
  return .done
}

/// The text of `baolan help`.
var generalHelp: String {
  let commands = ([CommandRow.read] + CommandRow.all).map { HelpBlock.Row($0.shortUsage, $0.summary) }
  let topics = HelpTopic.all.map { HelpBlock.Row("baolan help " + $0.name, $0.summary) }
  let blocks: [HelpBlock] =
    [
      .text(Phrase("Baolan (报栏) reads scanned newspaper pages in a terminal.")), .rows(commands),
      .rows(CommandRow.read.allOptions.map(\.helpRow)),
    ] + CommandRow.read.details + [
      .text(Phrase("`baolan help COMMAND` shows a command's options; more is said by:")), .rows(topics),
      .text(Phrase("Exit status: 0 done (search: found), 1 nothing found, 2 wrong usage or nothing readable.")),
    ]
  return blocks.map(\.text).joined(separator: "\n")
}

extension CommandRow {
  /// The words of the command, and those that must or may follow them.
  var usage: String {
    let more = name.isEmpty ? [] : options.filter { !$0.isRequired }.map { "[\($0.usage)]" }
    return ([shortUsage] + more).joined(separator: " ")
  }

  /// Usage without optional words.
  var shortUsage: String {
    let words = ["baolan"] + (name.isEmpty ? [] : [name]) + operands + (takesPaths ? ["[PATH…]"] : [])
    return (words + options.filter(\.isRequired).map(\.shortUsage)).joined(separator: " ")
  }

  /// The text of `help` for the command.
  var help: String {
    let blocks = [HelpBlock.text(summary)] + details + [.rows(allOptions.map(\.helpRow))]
    return "usage: \(usage)\n\n" + blocks.map(\.text).joined(separator: "\n")
  }
}

extension OptionRow {
  /// The option and its meaning.
  var helpRow: HelpBlock.Row { HelpBlock.Row(usage, summary) }
}
