import Corpus

/// Reading, what the program is for. In a pipe, `list`.
func runRead(_ invocation: Invocation, _ output: inout Output) throws -> ExitStatus {
  return try runList(invocation, &output)
}

/// The key table of the keymap in force.
func keyHelp() -> String { "" }
