import Library
import Synchronization
import System

/// Reads the images of a folder that have no text yet.
func runOCR(_ invocation: Invocation, _ output: inout Output) throws -> ExitStatus {
  let folder = invocation.operands[0]
  guard try FileStatus(path: folder).kind == .folder else { throw Failure(message: "ocr: \(folder) is no folder") }
  let found = UnreadImages(folder: folder, into: invocation[.into])
  printErrors(found.problems.map(\.description), inFull: true)
  guard !found.images.isEmpty else {
    output.write(
      found.readCount == 0 ? "no images in \(folder)\n" : "every image in \(folder) has text: \(found.readCount)\n")
    return .done
  }
  let command = invocation[.engine] ?? environment("BAOLAN_OCR").flatMap { $0.isEmpty ? nil : $0 }
  let engine = try TextRecognition(
    command.map { .command($0) } ?? .tesseract(languages: invocation[.ocrLanguage]))
  let progress = ProgressLine("reading images")
  let outcomes = Mutex<[TextRecognition.Outcome]>([])
  progress.show(0, of: found.images.count)
  engine.read(found.images) { done, outcome in
    outcomes.withLock { $0.append(outcome) }
    progress.show(done, of: found.images.count)
  }
  progress.end()
  return try report(outcomes.withLock { $0 }, &output)
}

private func report(_ outcomes: [TextRecognition.Outcome], _ output: inout Output) throws -> ExitStatus {
  var failures: [String] = []
  for outcome in outcomes {
    switch outcome {
    case .read(let path): output.write(path + "\n")
    case .failed(let problem): failures.append(problem.description)
    }
  }
  output.flush()
  printErrors(failures, inFull: true)
  guard failures.isEmpty else {
    throw Failure(
      message: "ocr: \(failures.count) of \(outcomes.count) images have no text yet; run it again to try these")
  }
  return .done
}
