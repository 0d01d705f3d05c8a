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
  guard let command = CommandForm.all.first(where: { $0.name == topic }) else {
    let names = CommandForm.all.map(\.name) + ["keys"]
    throw Failure(message: "no command `\(topic)`" + (suggestion(for: topic, in: names) ?? "") + " (`baolan help`)")
  }
  output.write(command.help)
  return .done
}

/// What `baolan help` prints.
var generalHelp: String {
  let commands = [CommandForm.read] + CommandForm.all
  let width = commands.map(\.shortUsage.count).max() ?? 0
  let lines = commands.map { command in
    let usage = command.shortUsage
    return "  " + usage + String(repeating: " ", count: width - usage.count + 2) + command.summary
  }
  return """
    Baolan (报栏) reads scanned newspaper pages in a terminal.

    \(lines.joined(separator: "\n"))

    \(CommandForm.read.details)

    `baolan help COMMAND` shows a command's options, `baolan help keys` the keys of the
    reader, `baolan --version` the version.
    Exit status: 0 done (search: found), 1 nothing found, 2 wrong usage or nothing readable.

    """
}

extension CommandForm {
  /// Its words and what must or may follow them.
  var usage: String {
    let more = name.isEmpty ? [] : options.filter { !$0.isNeeded }.map { "[\($0.usage)]" }
    return ([shortUsage] + more).joined(separator: " ")
  }

  /// The same without what may be left out.
  fileprivate var shortUsage: String {
    let words = ["baolan"] + (name.isEmpty ? [] : [name]) + operands + (takesPaths ? ["[PATH…]"] : [])
    return (words + options.filter(\.isNeeded).map(\.shortUsage)).joined(separator: " ")
  }

  /// What `help` prints of it.
  var help: String {
    let width = allOptions.map(\.usage.count).max() ?? 0
    let rows = allOptions.map { option in
      "  " + option.usage + String(repeating: " ", count: width - option.usage.count + 2) + option.summary
    }
    let text = details.isEmpty ? "" : "\n" + details + "\n"
    return "usage: \(usage)\n\n\(summary)\n\(text)\n\(rows.joined(separator: "\n"))\n"
  }
}
