import Newspaper
import Reader

// Completions for shells, made from the tables of commands, options and settings. Ids of issues come from `baolan
// list`.

extension OptionRow {
  /// The values that can be completed; nil for an option that takes none, empty where any text may stand.
  fileprivate var completions: [String]? {
    switch value {
    case .none: nil
    case .oneOf(let choices): choices
    case .text(let word) where word == "NAME=VALUE":
      Setting.all.flatMap { row in
        let values = row.values(loadThemes(kept: nil).catalog)
        return values.isEmpty ? [row.name + "="] : values.map { row.name + "=" + $0 }
      }
    case .text(let word) where word == "THEME": loadThemes(kept: nil).catalog.names
    case .encoding: ["UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "Big5", "Shift_JIS", "EUC-KR", "windows-1252"]
    default: []
    }
  }

  fileprivate var takesFile: Bool { if case .text("FILE") = value { true } else { false } }
  fileprivate var takesIssue: Bool { if case .text(let word) = value { word.hasPrefix("ID") } else { false } }
}

extension CommandRow {
  fileprivate var takesIssue: Bool { operands.first?.hasPrefix("ID") == true }
  /// The words that may stand in place of the operand.
  fileprivate var choices: [String] {
    name == "help" ? CommandRow.all.map(\.name) + HelpTopic.all.map(\.name) : []
  }
}

private let everyCommand = [CommandRow.read] + CommandRow.all

/// A function for bash and its registration.
var bashCompletion: String {
  let values = everyCommand.flatMap { command in
    command.allOptions.compactMap { option -> String? in
      guard let words = option.completions else { return nil }
      let action =
        option.takesFile
        ? "compgen -f -- \"$cur\""
        : option.takesIssue ? "_baolan_ids" : "compgen -W \(quoted(words.joined(separator: " "))) -- \"$cur\""
      return "    \(quoted(command.name + ":" + option.name))) mapfile -t COMPREPLY < <(\(action)); return ;;\n"
    }
  }
  let options = everyCommand.map { command in
    "    \(quoted(command.name))) options=\(quoted(command.allOptions.map(\.name).joined(separator: " "))) ;;\n"
  }
  let operands = CommandRow.all.compactMap { command -> String? in
    if command.takesIssue {
      return "    \(command.name)) mapfile -t COMPREPLY < <(_baolan_ids; compgen -f -- \"$cur\") ;;\n"
    }
    guard !command.choices.isEmpty else { return nil }
    return
      "    \(command.name)) mapfile -t COMPREPLY < <(compgen -W \(quoted(command.choices.joined(separator: " "))) -- \"$cur\") ;;\n"
  }
  let names = CommandRow.all.map(\.name)
  return """
    # bash completion for baolan
    # shellcheck shell=bash
    _baolan_ids() {
      local id
      while IFS=$'\\t' read -r id _; do
        [[ $id == "$cur"* ]] && printf '%s\\n' "$id"
      done < <(baolan list 2> /dev/null)
    }

    _baolan() {
      local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command='' word options=''
      COMPREPLY=()
      for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $word in
        \(names.joined(separator: " | "))) command=$word && break ;;
        esac
      done
      case $command:$prev in
    \(values.joined())  esac
      case $command in
    \(options.joined())  esac
      if [[ $cur == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$cur")
        return
      fi
      case $command in
        '') mapfile -t COMPREPLY < <(compgen -W \(quoted(names.joined(separator: " "))) -- "$cur"; compgen -f -- "$cur"; _baolan_ids) ;;
    \(operands.joined())    *) mapfile -t COMPREPLY < <(compgen -f -- "$cur") ;;
      esac
    }
    complete -o filenames -F _baolan baolan

    """
}

/// A function for zsh that `compinit` finds.
var zshCompletion: String {
  func spec(_ option: OptionRow) -> String {
    let help = option.summary.words(in: language).filter { !"[]:".contains($0) }
    guard let words = option.completions else { return quoted("\(option.name)[\(help)]") }
    let action = option.takesFile ? "_files" : option.takesIssue ? "_baolan_ids" : "(\(words.joined(separator: " ")))"
    return quoted("\(option.name)=[\(help)]:value:\(action)")
  }
  let cases = CommandRow.all.map { command in
    let operand =
      command.takesIssue ? "_baolan_ids" : command.choices.isEmpty ? " " : "(\(command.choices.joined(separator: " ")))"
    let first =
      command.operands.isEmpty ? [] : [quoted("1:\(command.operands[0].filter { !"[]".contains($0) }):\(operand)")]
    let rest = command.takesPaths ? [quoted("*:path:_files")] : []
    return
      "      \(command.name)) _arguments \((command.allOptions.map(spec) + first + rest).joined(separator: " ")) ;;\n"
  }
  let names = CommandRow.all.map { quoted($0.name + ":" + $0.summary.words(in: language).filter { $0 != ":" }) }
  return """
    #compdef baolan
    _baolan_ids() {
      local -a ids
      ids=(${(f)"$(baolan list 2> /dev/null | cut -f 1)"})
      compadd -a ids
      _files
    }

    _baolan_first() {
      local -a commands
      commands=(\(names.joined(separator: " ")))
      _describe command commands
      _baolan_ids
    }

    _baolan() {
      local state
      _arguments -C \(CommandRow.read.allOptions.map(spec).joined(separator: " ")) '1:command:_baolan_first' '*::rest:->rest'
      [[ $state == rest ]] || return
      case $words[1] in
    \(cases.joined())      *) _files ;;
      esac
    }

    if [[ $funcstack[1] == _baolan ]]; then _baolan "$@"; else compdef _baolan baolan; fi

    """
}

/// Lines for fish.
var fishCompletion: String {
  let names = CommandRow.all.map(\.name).joined(separator: " ")
  var lines = [
    "function __baolan_ids", "  baolan list 2> /dev/null | string replace -r '\\t.*?\\t.*?\\t' '\\t'", "end",
    "complete -c baolan -n \"not __fish_seen_subcommand_from \(names)\" -a \"(__baolan_ids)\"",
  ]
  for command in everyCommand {
    let condition =
      command.name.isEmpty ? "not __fish_seen_subcommand_from \(names)" : "__fish_seen_subcommand_from \(command.name)"
    let start = "complete -c baolan -n \"\(condition)\""
    if !command.name.isEmpty {
      lines.append(
        "complete -c baolan -n \"not __fish_seen_subcommand_from \(names)\" -a \(command.name) -d \(fishQuoted(command.summary.words(in: language)))"
      )
    }
    for option in command.allOptions {
      let help = " -d " + fishQuoted(option.summary.words(in: language))
      let isLong = option.name.hasPrefix("--")
      var line = start + (isLong ? " -l " + option.name.dropFirst(2) : " -s " + option.name.dropFirst(1)) + help
      if let words = option.completions {
        line +=
          option.takesFile
          ? " -r" : " -x -a \"" + (option.takesIssue ? "(__baolan_ids)" : words.joined(separator: " ")) + "\""
      }
      lines.append(line)
    }
    if command.takesIssue { lines.append(start + " -a \"(__baolan_ids)\"") }
    if !command.choices.isEmpty { lines.append(start + " -f -a \"\(command.choices.joined(separator: " "))\"") }
  }
  return lines.joined(separator: "\n") + "\n"
}

/// A word that shells take as it is.
private func quoted(_ text: String) -> String {
  "'" + text.reduce(into: "") { $0 += $1 == "'" ? "'\\''" : String($1) } + "'"
}

private func fishQuoted(_ text: String) -> String {
  "'" + text.reduce(into: "") { $0 += $1 == "'" || $1 == "\\" ? "\\" + String($1) : String($1) } + "'"
}
