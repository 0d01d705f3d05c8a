import PageFormats
import Synchronization
import System

/// Reads images by an installed engine, and puts what it writes beside them.
public struct TextRecognition: Sendable {
  /// A way to read one image.
  public enum Engine: Sendable {
    /// Tesseract, with its names of languages: `chi_sim+eng`; nil for those that it has of the languages that most
    /// newspapers here are in.
    case tesseract(languages: String?)
    /// A command of the shell, which gets the image as `$1` and writes the page to standard output.
    case command(String)
  }

  /// The result of one image.
  public enum Outcome: Sendable {
    /// The file that its text was put into.
    case read(String)
    case failed(Problem)
  }

  private let words: @Sendable (_ image: String) -> [String]
  private let name: String
  /// Anything without places is no page of this engine.
  private let givesPlaces: Bool

  /// Number of images that are read at a time.
  private static let threads = 2

  /// - Throws: the engine is not installed.
  public init(_ engine: Engine) throws(Problem) {
    switch engine {
    case .command(let command):
      (name, givesPlaces) = ("the engine", false)
      words = { ["sh", "-c", command, "baolan", $0] }
    case .tesseract(let languages):
      (name, givesPlaces) = ("tesseract", true)
      let chosen: String
      if let languages { chosen = languages } else { chosen = try Self.installedLanguages() }
      words = { ["tesseract", $0, "-", "-l", chosen, "alto"] }
      if Programs.find("tesseract") == nil { throw Self.missing }
    }
  }

  private static let missing = Problem(
    "tesseract",
    "is not installed; install it (Debian: tesseract-ocr, tesseract-ocr-chi-sim), or name another engine by --engine: "
      + "a command that gets an image as $1 and writes text, hOCR, ALTO or the like")

  private static func installedLanguages() throws(Problem) -> String {
    let run = Programs.output(of: ["tesseract", "--list-langs"])
    if run.isMissing { throw missing }
    let installed = Set(String(decoding: run.output, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init))
    let wanted = ["chi_sim", "chi_tra", "eng"].filter(installed.contains)
    return wanted.isEmpty ? "eng" : wanted.joined(separator: "+")
  }

  /// Reads images, two at a time. Files are never replaced; what was read stays when the rest is broken off.
  /// - Parameter tell: called behind each image, from any thread.
  public func read(_ images: [UnreadImages.Image], tell: @escaping @Sendable (_ done: Int, Outcome) -> Void) {
    let done = Mutex(0)
    parallelForEach(images.count, threads: min(Self.threads, images.count)) { index in
      let outcome = read(images[index])
      // Said within the lock, so that lines come in the order of their numbers.
      done.withLock { done in
        done += 1
        tell(done, outcome)
      }
    }
  }

  private func read(_ image: UnreadImages.Image) -> Outcome {
    // A name that begins with a dash is no option.
    let run = Programs.output(of: words(image.path.hasPrefix("-") ? "./" + image.path : image.path))
    guard run.status == 0, !run.isCutShort else {
      return .failed(Problem(image.path, "was not read: \(name) failed (status \(run.status))"))
    }
    let format = PageFormat.format(of: FileOpening(run.output))
    guard let page = try? decodePage(run.output, path: image.path), !page.text.bytes.isEmpty,
      !givesPlaces || format.hasPlaces
    else { return .failed(Problem(image.path, "has no text that \(name) finds")) }
    let ending = format.endings[0]
    let path = image.target + "." + ending
    do throws(Problem) {
      if let slash = path.lastIndex(of: "/") { try makeFolder(String(path[..<slash])) }
      try createFile(path, with: run.output)
      return .read(path)
    } catch {
      return .failed(error)
    }
  }
}
