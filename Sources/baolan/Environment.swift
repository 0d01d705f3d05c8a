import Corpus
import Glibc
import Newspaper

/// A variable of the environment; nil where it is not set.
func environment(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}

/// Whether something stands at a path.
func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

/// The language of the interface, by the variables that name the locale of messages.
var language: Language {
  let names = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment)
  return names.first { !$0.isEmpty }?.hasPrefix("zh") ?? false ? .chinese : .english
}

extension Invocation {
  /// The corpus that is meant, opened; what could not be read is told on standard error, a line each.
  /// - Parameter quietly: tells it only where nothing could be read.
  func openCorpus(quietly: Bool = false) throws -> Corpus {
    let corpus = Corpus.open(
      paths: try corpusPaths(), encoding: self["--encoding"].flatMap { PageEncoding(named: $0) })
    let complaints = corpus.problems.map(\.description)
    guard !corpus.sources.isEmpty else {
      complaints.dropLast().forEach(complain)
      throw Failure(message: complaints.last ?? "no page to read; give a folder or a file of pages")
    }
    if !quietly { complaints.forEach(complain) }
    return corpus
  }

  /// The paths that were given, else those of the environment, else those configured, else `./seeds`.
  func corpusPaths() throws -> [String] {
    if !paths.isEmpty { return paths }
    if let path = environment("BAOLAN_CORPUS"), !path.isEmpty { return [path] }
    let configured = try Configuration(environment: environment).corpusPaths()
    if !configured.isEmpty { return configured }
    guard exists("seeds") else {
      throw Failure(message: "no PATH given, and there is no ./seeds; give a folder of pages, or set BAOLAN_CORPUS")
    }
    return ["seeds"]
  }
}

extension Corpus {
  /// The one issue that a person means.
  func soleID(matching name: String) throws -> String {
    let ids = ids(matching: name)
    guard let first = ids.first else {
      throw Failure(message: "no issue `\(name)`; `baolan list` shows their ids", status: .nothingFound)
    }
    guard ids.count == 1 else {
      throw Failure(
        message: "`\(name)` may be any of " + ids.prefix(8).joined(separator: ", ") + (ids.count > 8 ? " …" : ""))
    }
    return first
  }

  /// The issues that an invocation is about, newest first: all, or the one that `--issue` names.
  func chosenIDs(_ invocation: Invocation) throws -> [String] {
    try invocation["--issue"].map { [try soleID(matching: $0)] } ?? summaries.map(\.id)
  }
}
