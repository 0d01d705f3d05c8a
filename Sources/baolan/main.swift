import CSystem
import Glibc
import System

bl_hold_standard_streams()
bl_take_memory_in_large_pieces()

var output = Output()
let status: ExitStatus
do {
  // Paths among them need not be UTF-8.
  let words = (0..<Int(CommandLine.argc)).compactMap { CommandLine.unsafeArgv[$0].map { pathText($0) } }
  status = try run(Array(words.dropFirst()), &output)
  output.flush()
} catch {
  // Earlier output stands before the message.
  output.flush()
  printError((error as? Failure)?.message ?? String(describing: error))
  exit((error as? Failure)?.status.rawValue ?? ExitStatus.usageError.rawValue)
}
exit(status.rawValue)

/// Runs the command that the words after the name of the program give.
func run(_ words: [String], _ output: inout Output) throws -> ExitStatus {
  let invocation = try Invocation(words)
  if invocation.has(.version) {
    output.write("baolan \(version)\n")
  } else if invocation.has(.help) {
    output.write(invocation.command.name.isEmpty ? generalHelp : invocation.command.help)
  } else {
    return try invocation.command.run(invocation, &output)
  }
  return .done
}
