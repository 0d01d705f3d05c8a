extension Chinese {
  /// Formats of documents and styles of references.
  static let exporting: [(key: String, text: String)] = [
    ("JSON in the shape baolan/1, whole issues", "JSON（baolan/1），一期一期"),
    ("JSON, an article a line", "JSON，一稿一行"),
    ("CommonMark", "CommonMark"),
    ("ALTO 4: the scan's lines and their places, in the order of the articles", "ALTO 4：扫描件各行及其位置，按各稿顺序"),
    ("one page of HTML that needs no other file", "单个 HTML 网页，不需别的文件"),
    ("plain text", "纯文本"),
    ("a table, a row an article", "表格，一稿一行"),
    ("TEI P5, with the lines of the scan", "TEI P5，带扫描件的行"),
    ("a book for reading devices (EPUB 3)", "电子书（EPUB 3）"),
    ("references by GB/T 7714", "GB/T 7714 参考文献"),
    ("references by the Chicago Manual of Style", "芝加哥格式参考文献"),
    ("references in APA style", "APA 格式参考文献"),
    ("entries for BibTeX", "BibTeX 条目"),
    ("entries for BibLaTeX", "BibLaTeX 条目"),
    ("entries in RIS, which most programs for references read", "RIS 条目，多数文献管理软件可读"),
    ("entries in CSL-JSON, for Zotero and pandoc", "CSL-JSON 条目，供 Zotero 与 pandoc 用"),
    ("lines for OpenSearch's _bulk", "OpenSearch 的 _bulk 行"),
    ("lines for Solr's /update/json/docs", "Solr 的 /update/json/docs 行"),
  ]
}
