import Library
import Newspaper
import Reader
import Resources
import State
import System
import Typesetting

/// The default keymap with a person's own over it, and the mistakes in it, a line each.
func loadKeymap() -> (keymap: Keymap, mistakes: [String]) {
  let bytes = UnsafeBufferPointer(start: bl_default_keymap(), count: bl_default_keymap_length)
  var files = [(text: String(decoding: bytes, as: UTF8.self), file: "the default keymap")]
  var mistakes: [String] = []
  do throws(Problem) {
    if let own = try Configuration(environment: environment).keymap() { files.append((own.text, own.path)) }
  } catch {
    mistakes.append(error.description)
  }
  let (keymap, problems) = Keymap.read(files, isFirstGood: true)
  return (keymap, mistakes + problems.map { $0.words(in: language) })
}

/// The keys of the loaded keymap, by context, with the names of their commands.
func keyHelp() -> String {
  let (keymap, mistakes) = loadKeymap()
  mistakes.forEach(printError)
  return KeyTable(keymap).sections.map { section in
    let rows = section.rows.map { ($0.keys.joined(separator: "  "), $0) }
    let width = rows.map { displayWidth($0.0) }.max() ?? 0
    let lines = rows.map { keys, row in
      "  " + padded(keys, to: width) + "  " + padded(row.command.rawValue, to: 18) + row.help(in: language)
    }
    let head = section.contexts.map(\.rawValue).joined(separator: ", ")
    return ([head] + lines).joined(separator: "\n") + "\n"
  }.joined(separator: "\n")
}

private func padded(_ text: String, to width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - displayWidth(text)))
}
