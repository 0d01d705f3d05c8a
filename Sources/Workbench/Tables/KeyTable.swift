import Glibc
import Reader
import Resources

/// The default keymap as the table that the manual has.
func keyTable(_ words: [String]) throws -> Int32 {
  _ = try Options(words, numbers: [])
  let bytes = UnsafeBufferPointer(start: bl_default_keymap(), count: bl_default_keymap_length)
  let (keymap, problems) = Keymap.read([(text: String(decoding: bytes, as: UTF8.self), file: "Resources/keymap")])
  if let problem = problems.first { throw Misuse(problem.words(in: .english)) }
  print(keymap.keyTable(in: .english), terminator: "")
  return 0
}
