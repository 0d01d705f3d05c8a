import Glibc
import Library
import Newspaper
import PageFormats
import State
import Strings
import System

/// A variable of the environment; nil if it is not set.
func environment(_ name: String) -> String? {
  getenv(name).map { pathText($0) }
}

/// The language of the interface, by the variables that name the locale of messages.
var language: Language {
  let names = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment)
  return Language(locale: names.first { !$0.isEmpty } ?? "")
}

extension Invocation {
  /// The corpus that is meant, as it is now; its problems are printed on standard error.
  func openCorpus() throws -> Corpus {
    let progress = ProgressLine()
    let corpus = try corpusRequest().open { progress.show($0, of: $1) }
    progress.end()
    let problems = corpus.problems.map(\.description)
    guard !corpus.shelf.isEmpty else { throw nothingToRead(problems) }
    printErrors(problems, inFull: has(.allMessages))
    return corpus
  }

  /// Prints all problems but the last, and gives the last as a failure.
  func nothingToRead(_ problems: [String]) -> Failure {
    printErrors(problems.dropLast(), inFull: has(.allMessages))
    let isDefault = paths.isEmpty && (environment("BAOLAN_CORPUS") ?? "").isEmpty
    let advice = isDefault ? "; give a folder of pages, or set BAOLAN_CORPUS" : ""
    return Failure(message: (problems.last ?? "no page to read; give a folder or a file of pages") + advice)
  }

  /// The request for the corpus that is meant.
  func corpusRequest() throws -> CorpusRequest {
    var request = CorpusRequest(
      paths: try corpusPaths(), encoding: self[.encoding].flatMap { PageEncoding(named: $0) },
      folder: has(.noCache) ? nil : CatalogueFolder(environment: environment))
    request.followsLinks = has(.follow)
    return request
  }

  /// The paths that were given, else for the reader what is piped to it, else those of the environment, else those
  /// configured, else `./seeds`, else the current folder.
  func corpusPaths() throws -> [String] {
    if !paths.isEmpty { return paths }
    if command.name.isEmpty, isPagePiped { return ["-"] }
    if let path = environment("BAOLAN_CORPUS"), !path.isEmpty { return [path] }
    let configured = try Configuration(environment: environment).corpusPaths()
    if !configured.isEmpty { return configured }
    return [exists("seeds") ? "seeds" : "."]
  }
}

/// True if standard input is a pipe or a file, and so may be a page.
private var isPagePiped: Bool {
  var status = stat()
  guard fstat(STDIN_FILENO, &status) == 0 else { return false }
  return [S_IFIFO, S_IFREG].contains(status.st_mode & S_IFMT)
}
