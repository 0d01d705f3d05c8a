import Newspaper

// Documents that search engines take in bulk, a line each. An archive that outgrows one machine goes on in these.

extension ExportFormat {
  /// The body of OpenSearch's and Elasticsearch's `_bulk`: a line for the action and a line for the document. The index
  /// is the one of the request.
  static let openSearch = records("opensearch", Phrase("lines for OpenSearch's _bulk"), ending: "ndjson") { record in
    var json = JSONBytes()
    json.object { json in json.object("index") { $0.text("_id", record.id) } }
    json.endLine()
    json.add(record)
    return json.bytes
  }

  /// The body of Solr's `/update/json/docs`: a line for each document.
  static let solr = records("solr", Phrase("lines for Solr's /update/json/docs"), ending: "ndjson") { record in
    var json = JSONBytes()
    json.add(record)
    return json.bytes
  }
}

extension JSONBytes {
  /// Writes a record as a line.
  fileprivate mutating func add(_ record: ArticleRecord) {
    object { json in
      json.number("article", record.article)
      json.texts("authors", record.authors)
      json.text("date", record.date)
      json.text("date_certainty", record.dateCertainty)
      json.text("day", record.day)
      json.text("deck", record.deck)
      json.texts("files", record.files)
      json.text("headline", record.headline)
      json.text("id", record.id)
      json.text("issue", record.issue)
      json.text("kicker", record.kicker)
      json.text("kind", record.kind)
      json.text("lines", record.lines)
      json.number("page", record.page)
      json.numbers("pages", record.pages)
      json.text("paper", record.paper)
      json.text("remark", record.remark)
      json.text("text", record.paragraphs, separator: 0x0A)
    }
    endLine()
  }
}
