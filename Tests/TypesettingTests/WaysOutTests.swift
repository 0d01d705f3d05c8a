import Foundation
import Goldens
import Testing

@Suite("The ways out of the program")
struct WaysOutTests {
  /// The files that may name the standard streams: where text passes the gate, where there are only numbers, where the
  /// terminal is taken and given back. `Programs` names those of a child process, whose output is a pipe to us, or
  /// the terminal that was lent to it. The programs of Workbench are not installed.
  private static let known = [
    "baolan/CommandLine/Output.swift", "baolan/CommandLine/ProgressLine.swift", "Terminal/NcursesTerminal.swift",
    "CNcurses/Messages.c", "CNcurses/Signals.c", "CNcurses/Screen.c", "CSystem/CSystem.c",
    "System/Programs/Programs.swift",
  ]

  @Test("Nothing is printed past the gate")
  func noOtherWay() throws {
    let ways = try Regex(
      #"\b(print|debugPrint|dump|puts|fputs|fputc|putchar|fwrite|f?printf|perror|NSLog|syslog)\(|"#
        + #"\b(FileHandle|STDOUT_FILENO|STDERR_FILENO|stdout|stderr)\b|/dev/(stdout|stderr|fd)"#)
    var found: [String] = []
    for file in try sourceFiles() where !Self.known.contains(file.name) {
      for (number, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      where !line.contains("//") && line.contains(ways) { found.append("\(file.name):\(number + 1): \(line)") }
    }
    #expect(found.isEmpty, "\(found)")
  }

  private func sourceFiles() throws -> [(name: String, text: String)] {
    let root = Repository.file("Sources")
    let names = try #require(FileManager.default.enumerator(atPath: root.path)).compactMap { $0 as? String }
    let files = names.filter { ($0.hasSuffix(".swift") || $0.hasSuffix(".c")) && !$0.hasPrefix("Workbench") }
    #expect(files.count > 100)
    return try files.map { ($0, try String(contentsOf: root.appendingPathComponent($0), encoding: .utf8)) }
  }
}
