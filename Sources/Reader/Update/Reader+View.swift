import Newspaper
import Typesetting

// The ways to set a page. An issue's contents remember whether they are shown as a printed page; articles have one way
// to be set.
extension Reader {
  /// The next way: one column, columns, the printed page, vertical. From a list it is the printed page.
  mutating func nextView() {
    switch pane {
    case .issues, .contents: show(view: isFront ? .vertical : .front)
    case .article:
      switch choices.view {
      case .one, .front: show(view: .columns)
      case .columns: show(view: .front)
      case .vertical: show(view: .one)
      }
    }
  }

  mutating func show(view: PageView) {
    guard !articles.isEmpty || pane == .issues else { return message = Message(text: phrases.noArticles) }
    if view == .front {
      if pane == .issues { open() } else { pane = .contents }
      choices.showsFront = pane == .contents
    } else {
      if pane == .issues { return openThenShow(view) }
      if isFront { choices.showsFront = false }
      pane = .article
      choices.view = view
    }
    message = Message(text: phrases.name(of: view))
  }

  /// From the list of issues no article has been gone to yet; the way is remembered.
  private mutating func openThenShow(_ view: PageView) {
    choices.view = view
    message = Message(text: phrases.name(of: view))
  }

  mutating func setView(named name: String) {
    guard let view = PageView(rawValue: name) else {
      let names = PageView.allCases.map(\.rawValue).joined(separator: ", ")
      return message = Message(text: phrases.noView(name, names), isError: true)
    }
    show(view: view)
  }

  mutating func setTheme(named name: String) {
    guard let chosen = themes.theme(named: name) else {
      let names = themes.names.joined(separator: ", ")
      return message = Message(text: phrases.noTheme(name, names), isError: true)
    }
    theme = chosen.theme
    choices.theme = name
    log.add(notices: chosen.problems.map { $0.words(in: language) })
  }

  /// To the box on the left; at the page's edge, back.
  mutating func boxLeft() {
    if !moveFocus(.left) { back() }
  }
}
