import Newspaper

// The steps, in their order. A new one is an entry here and a line for each other language.
extension Tour {
  /// A query that is found in every issue of the tour, by the sound of its hanzi.
  private static let query = "gongzuo"

  static let steps: [Step] =
    reading + looking + finding + [
      Step(
        commands: [(.commandLine, .issues)],
        words: { Phrase("That was the tour. {}tour begins it again; man baolan has the rest.", $0[0]) },
        show: { _ in [.quit] }, isDone: { _, _ in false })
    ]

  /// From the list to an article.
  private static let reading = [
    Step(
      commands: [(.quit, .article)],
      words: { Phrase("Press what each line says, or space to see it done; {} leaves.", $0[0]) },
      show: { _ in [] }, isDone: { $1.selectedIssue != $0.issue || $1.pane != .issues }),
    Step(
      commands: [(.nextLine, .issues), (.previousLine, .issues)],
      words: { Phrase("{} goes down, {} up: each row is an issue, the newest first.", $0[0], $0[1]) },
      show: { $0.show(.nextLine, in: .issues) }, isDone: { $1.selectedIssue != $0.issue }),
    Step(
      commands: [(.open, .issues)],
      words: { Phrase("{} opens the issue: these articles were found on its pages.", $0[0]) },
      show: { $0.show(.open, in: .issues) }, isDone: { $1.pane != .issues }),
    Step(
      commands: [(.open, .contents)],
      words: { Phrase("{} opens the article: broken lines and stray spaces are put right.", $0[0]) },
      show: { $0.show(.open, in: .contents) }, isDone: { $1.pane == .article }),
    Step(
      commands: [(.nextArticle, .article), (.previousArticle, .article)],
      words: { Phrase("{} goes to the next article, {} to the one before.", $0[0], $0[1]) },
      show: { $0.show(.nextArticle, in: .article) },
      isDone: { $1.visit.article != $0.article || $1.selectedIssue != $0.issue }),
  ]

  /// The reasons, the scan, and the page.
  private static let looking = [
    Step(
      commands: [(.why, .article)],
      words: { Phrase("{} tells why a passage reads so: its scanned lines, and the evidence.", $0[0]) },
      show: { $0.show(.why, in: .article) }, isDone: { $1.layers.last is WhyScreen }),
    Step(
      commands: [(.back, .why)],
      words: { Phrase("{} goes back from here, and from any other screen.", $0[0]) },
      show: { $0.show(nil, in: .article) }, isDone: { !($1.layers.last is WhyScreen) }),
    Step(
      commands: [(.toggleRaw, .article)],
      words: { Phrase("{} shows the scan's own lines, which are never changed.", $0[0]) },
      show: { $0.show(.toggleRaw, in: .article) }, isDone: { $1.text.isRaw }),
    Step(
      commands: [(.toggleRaw, .article)],
      words: { Phrase("{} again shows the repaired text.", $0[0]) },
      show: { reader in
        if reader.text.isRaw { return reader.show(.toggleRaw, in: .article) }
        return []
      }, isDone: { !$1.text.isRaw }),
    Step(
      commands: [(.nextView, .article)],
      words: { Phrase("{} and {} again: columns, then the front page as it is printed.", $0[0], $0[0]) },
      show: { reader in
        reader.layers.removeAll()
        reader.pane = .contents
        reader.show(view: .front)
        return []
      }, isDone: { $1.isFront }),
  ]

  /// Searches, and what is kept.
  private static let finding = [
    Step(
      commands: [(.search, .front), (.accept, .prompt)],
      words: { Phrase("{} {} {} searches this issue, by the sound of hanzi.", $0[0], query, $0[1]) },
      show: { reader in
        reader.layers.removeAll()
        if reader.pane == .issues { reader.pane = .contents }
        reader.search(for: query)
        return []
      }, isDone: { $1.found != nil }),
    Step(
      commands: [(.nextMatch, .article), (.previousMatch, .article)],
      words: { Phrase("{} goes to the next match, {} to the one before.", $0[0], $0[1]) },
      show: { $0.show(.nextMatch, in: .article) }, isDone: { $1.found?.current != $0.match }),
    Step(
      commands: [(.searchCorpus, .article), (.accept, .prompt)],
      words: { Phrase("{} {} {} searches every issue, with a chart by day.", $0[0], query, $0[1]) },
      show: { reader in
        reader.layers.removeAll()
        reader.searchCorpus(for: query)
        return []
      }, isDone: { $1.showsResults }),
    Step(
      commands: [(.clip, .results), (.accept, .prompt)],
      words: { Phrase("{} {} keeps the hit, with a note; of the tour nothing is kept.", $0[0], $0[1]) },
      show: { reader in
        reader.clip(reader.excerpts(), note: "", tags: [])
        return []
      }, isDone: { $1.notebook.clippings.count > $0.clippings }),
    Step(
      commands: [(.help, .results)],
      words: { Phrase("{} shows what the keys do, those of this screen first.", $0[0]) },
      show: { reader in
        ListingScreen.openHelp(in: &reader)
        return []
      }, isDone: { $1.screen is ListingScreen }),
  ]
}

extension Reader {
  /// Goes to a pane and carries out a command there.
  fileprivate mutating func show(_ command: Command?, in pane: Pane) -> [Effect] {
    layers.removeAll()
    self.pane = pane
    return command.map { perform($0, count: nil) } ?? []
  }
}
