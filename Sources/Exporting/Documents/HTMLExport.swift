import Newspaper

extension ExportFormat {
  /// One page of HTML that needs no other file.
  static let html = running(
    "html", Phrase("one page of HTML that needs no other file"), ending: "html", head: htmlHead,
    end: "</body>\n</html>\n", written: \.html)
}

extension DocumentPart {
  /// An element of a page's body.
  var html: String {
    switch self {
    case .issue(let text): element("h1", text)
    case .article(let text): element("h2", text)
    case .kicker(let text): element("p", class: "kicker", text)
    case .deck(let text): element("p", class: "deck", text)
    case .byline(let text): element("p", class: "byline", text)
    case .signature(let text): element("p", class: "signature", text)
    case .paragraph(let text): element("p", text)
    case .table(let rows):
      "<table>\n"
        + TableRow.aligned(rows).map { "<tr>" + $0.map { "<td>\(htmlText($0))</td>" }.joined() + "</tr>\n" }.joined()
        + "</table>\n"
    case .subhead(let text): element("h3", text)
    case .caption(let text): "<figure>" + "<figcaption>\(htmlText(text))</figcaption></figure>\n"
    case .pointer(let text): element("p", class: "pointer", text)
    case .remark(let text): element("p", class: "remark", text)
    case .source(let text): element("p", class: "source", text)
    case .rule: "<hr/>\n"
    }
  }

  private func element(_ name: String, class kind: String? = nil, _ text: String) -> String {
    "<\(name)\(kind.map { " class=\"\($0)\"" } ?? "")>\(htmlText(text))</\(name)>\n"
  }
}

private func htmlHead(title: String) -> String {
  """
  <!DOCTYPE html>
  <html lang="zh">
  <head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>\(htmlText(title))</title>
  <style>
  body { max-width: 40em; margin: 2em auto; padding: 0 1em; line-height: 1.8; }
  h2 { margin-top: 3em; line-height: 1.3; }
  p { text-indent: 2em; margin: 0; }
  .kicker, .deck, .byline, .pointer, .source { text-indent: 0; margin: .5em 0; }
  .kicker, .deck { font-weight: bold; }
  .signature { text-align: right; }
  figure, .byline, .signature, .pointer, .source { color: GrayText; }
  </style>
  </head>
  <body>

  """
}

/// Escapes text for HTML, between tags or in a quoted attribute. Signs stand for control characters, which HTML does
/// not allow; other unseen characters are written by their numbers.
func htmlText(_ text: String) -> String {
  text.unicodeScalars.reduce(into: "") { result, scalar in
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "\t": result += "\t"
    case _ where scalar.isUnseen: result += characterReference(scalar)
    default: result.unicodeScalars.append(scalar)
    }
  }
}
