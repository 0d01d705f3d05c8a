import FoundationEssentials
import Newspaper

// Documents that search engines take in bulk, a line each. An archive that outgrows one machine goes on in these.

extension ExportFormat {
  /// The body of OpenSearch's and Elasticsearch's `_bulk`: a line for the action and a line for the document. The index
  /// is the one of the request.
  static let openSearch = records("opensearch", Phrase("lines for OpenSearch's _bulk"), ending: "ndjson") {
    try jsonLine(BulkAction(index: BulkAction.Target(_id: $0.id))) + jsonLine($0)
  }

  /// The body of Solr's `/update/json/docs`: a line for each document.
  static let solr = records("solr", Phrase("lines for Solr's /update/json/docs"), ending: "ndjson") {
    try jsonLine($0)
  }
}

private struct BulkAction: Encodable {
  struct Target: Encodable {
    var _id: String
  }

  var index: Target
}
