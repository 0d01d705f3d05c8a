/// The program's version.
let version = "0.1.0"

/// `help [COMMAND]`.
func runHelp(_ invocation: Invocation, _ output: inout Output) throws -> ExitStatus {
  guard let topic = invocation.operands.first else {
    output.write(generalHelp)
    return .done
  }
  if topic == "keys" {
    output.write(keyHelp())
    return .done
  }
  guard let command = CommandRow.all.first(where: { $0.name == topic }) else {
    let names = CommandRow.all.map(\.name) + ["keys"]
    throw Failure(message: "no command `\(topic)`" + (suggestion(for: topic, in: names) ?? "") + " (`baolan help`)")
  }
  output.write(command.help)
  return .done
}

/// The text of `baolan help`.
var generalHelp: String {
  let commands = [CommandRow.read] + CommandRow.all
  let width = commands.map(\.shortUsage.count).max() ?? 0
  let lines = commands.map { command in
    let usage = command.shortUsage
    return "  " + usage + String(repeating: " ", count: width - usage.count + 2) + command.summary
  }
  return """
    Baolan (报栏) reads scanned newspaper pages in a terminal.

    \(lines.joined(separator: "\n"))

    \(CommandRow.read.details)

    `baolan help COMMAND` shows a command's options, `baolan help keys` the keys of the
    reader, `baolan --version` the version.
    Exit status: 0 done (search: found), 1 nothing found, 2 wrong usage or nothing readable.

    """
}

extension CommandRow {
  /// The words of the command, and those that must or may follow them.
  var usage: String {
    let more = name.isEmpty ? [] : options.filter { !$0.isRequired }.map { "[\($0.usage)]" }
    return ([shortUsage] + more).joined(separator: " ")
  }

  /// Usage without optional words.
  fileprivate var shortUsage: String {
    let words = ["baolan"] + (name.isEmpty ? [] : [name]) + operands + (takesPaths ? ["[PATH…]"] : [])
    return (words + options.filter(\.isRequired).map(\.shortUsage)).joined(separator: " ")
  }

  /// The text of `help` for the command.
  var help: String {
    let width = allOptions.map(\.usage.count).max() ?? 0
    let rows = allOptions.map { option in
      "  " + option.usage + String(repeating: " ", count: width - option.usage.count + 2) + option.summary
    }
    let text = details.isEmpty ? "" : "\n" + details + "\n"
    return "usage: \(usage)\n\n\(summary)\n\(text)\n\(rows.joined(separator: "\n"))\n"
  }
}
