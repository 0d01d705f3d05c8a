import Glibc
import Newspaper

/// A row of the table of input formats. A format is a row in `all` and a file with its reader.
package struct PageFormat: Sendable {
  /// The name that people know it by.
  package let name: String
  /// The extensions of its files within a folder, in lower case.
  let extensions: [String]
  /// Reads the lines of a file, with their places if the format has them; nil for the content of another format. The
  /// content is valid UTF-8. Without a reader the lines of the file are those of the page.
  let read: (@Sendable (_ content: [UInt8]) -> PageText?)?

  /// The formats. They are tried from the last to the first, since all content is plain text.
  package static let all = [
    PageFormat(name: "plain text", extensions: [".txt", ".md"], read: nil),
    PageFormat(name: "HTML", extensions: [".html", ".htm"]) { textOfHTML($0).map { PageText(bytes: $0) } },
  ]

  /// The extensions in words, without those that begin another: `.txt, .md or .html`.
  package static let extensionsInWords: String = {
    let names = all.flatMap(\.extensions)
    let longest = names.filter { name in !names.contains { $0 != name && $0.hasPrefix(name) } }
    return longest.dropLast().joined(separator: ", ") + " or " + (longest.last ?? "")
  }()

  /// Reads content in the format that it has.
  /// - Returns: nil for plain text.
  static func read(_ content: [UInt8]) -> PageText? {
    all.reversed().lazy.compactMap { $0.read?(content) }.first
  }
}

/// True if a name ends as a page's may within a folder. A file that is given itself may have any extension.
package func hasPageExtension(_ name: UnsafePointer<CChar>) -> Bool {
  PageFormat.all.contains { hasExtension(name, $0.extensions) } || hasScanExtension(name)
}

/// True for the name of a file of which the beginning says whether it is a page: formats with places share their
/// extensions with files that are none.
package func hasScanExtension(_ name: UnsafePointer<CChar>) -> Bool { hasExtension(name, scanExtensions) }

private let scanExtensions: [String] = {
  let names = Set(ScanFormat.all.flatMap(\.endings)).subtracting(["html", "htm"]).sorted()
  return names.flatMap { [".\($0)", ".\($0).gz", ".\($0).bz2"] }
}()

private func hasExtension(_ name: UnsafePointer<CChar>, _ extensions: [String]) -> Bool {
  let length = strlen(name)
  return extensions.contains { ending in
    length >= ending.utf8.count && strcasecmp(name + (length - ending.utf8.count), ending) == 0
  }
}
