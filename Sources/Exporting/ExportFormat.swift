import Newspaper

/// A row of the table of export formats. A format is a row in `all` and a file with its writer.
public struct ExportFormat: Sendable {
  /// The name for `--format`.
  public let name: String
  /// Writes issues as one document.
  public let document: @Sendable (_ issues: [Issue]) throws -> String

  init(_ name: String, document: @escaping @Sendable (_ issues: [Issue]) throws -> String) {
    (self.name, self.document) = (name, document)
  }

  /// The formats, in the order of help.
  public static let all = [json, markdown, html, text]
}
