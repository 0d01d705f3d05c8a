import FoundationEssentials
import PageParsing

/// Learns the model from folders of pages with their truth and writes it: the same bytes from the same pages.
func train(_ words: [String]) throws -> Int32 {
  let options = try Options(words, numbers: [], texts: ["--into"])
  guard let place = options.text("--into"), !options.paths.isEmpty else {
    throw Misuse("Workbench train FOLDER… --into FILE")
  }
  let lessons = try Lesson.all(options.paths)
  let weights = Trainer().weights(from: lessons, initial: ChainWeights(.initial))
  let bytes = weights.model.bytes()
  try Data(bytes).write(to: URL(fileURLWithPath: place))
  print("\(lessons.count) pages, \(bytes.count) bytes")
  return 0
}
