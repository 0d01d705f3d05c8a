extension Part {
  /// CommonMark, with a blank line after it.
  var markdown: String {
    switch self {
    case .issue(let text): "# \(markdownText(text))\n\n"
    case .article(let text): "## \(markdownText(text))\n\n"
    case .kicker(let text), .deck(let text): "**\(markdownText(text))**\n\n"
    case .byline(let text): "*\(markdownText(text))*\n\n"
    // CommonMark has no right side of its own.
    case .signature(let text): "<p align=\"right\">\(htmlText(text))</p>\n\n"
    case .paragraph(let text): "\(markdownText(text))\n\n"
    case .subhead(let text): "### \(markdownText(text))\n\n"
    case .caption(let text), .pointer(let text): "> \(markdownText(text))\n\n"
    case .rule: "---\n\n"
    }
  }

  /// A paragraph a line, with a blank line after it. Text has no way to escape: signs stand for what is obeyed instead
  /// of being shown.
  var plainText: String {
    formattedText.replacingUnseen { String($0.isCommand || $0.isBidiControl ? $0.commandSign : $0) }
  }

  private var formattedText: String {
    switch self {
    case .issue(let text): "\(text)\n\n\n"
    case .article(let text), .kicker(let text), .deck(let text), .byline(let text), .paragraph(let text),
      .subhead(let text), .caption(let text), .pointer(let text):
      "\(text)\n\n"
    case .signature(let text): String(repeating: "\u{3000}", count: max(2, 28 - text.count)) + "\(text)\n\n"
    case .rule: "* * *\n\n"
    }
  }

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
    case .subhead(let text): element("h3", text)
    case .caption(let text): "<figure>" + "<figcaption>\(htmlText(text))</figcaption></figure>\n"
    case .pointer(let text): element("p", class: "pointer", text)
    case .rule: "<hr>\n"
    }
  }

  private func element(_ name: String, class kind: String? = nil, _ text: String) -> String {
    "<\(name)\(kind.map { " class=\"\($0)\"" } ?? "")>\(htmlText(text))</\(name)>\n"
  }
}

/// A page around some elements that needs no other file.
func htmlPage(_ body: String, title: String) -> String {
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
  .kicker, .deck, .byline, .pointer { text-indent: 0; margin: .5em 0; }
  .kicker, .deck { font-weight: bold; }
  .signature { text-align: right; }
  figure, .byline, .signature, .pointer { color: GrayText; }
  </style>
  </head>
  <body>
  \(body)</body>
  </html>

  """
}

/// Text as HTML has it, between tags or in a quoted attribute. For control characters, which it may not have, stand
/// signs; what else nobody sees is written by its number.
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

/// Text as CommonMark has it: what would be read as markup is escaped, wherever in a line it comes to stand, and what
/// nobody sees is written as in HTML.
func markdownText(_ text: String) -> String {
  var result = ""
  var onlyDigits = true
  for scalar in text.unicodeScalars {
    if "\\`*_[]<>&#|~".unicodeScalars.contains(scalar) { result += "\\" }
    // "1." or "1)" begins a list, and so do these three; "=" underlines a heading.
    if onlyDigits, "+-=".unicodeScalars.contains(scalar) && result.isEmpty { result += "\\" }
    if onlyDigits, ".)".unicodeScalars.contains(scalar) && !result.isEmpty { result += "\\" }
    onlyDigits = onlyDigits && ("0"..."9").contains(scalar)
    result += scalar.isUnseen && scalar != "\t" ? characterReference(scalar) : String(scalar)
  }
  return result
}
