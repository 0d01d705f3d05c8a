import Library
import Resources

// The tour: a session within this one, on the pages that are in the program itself. Nothing of it is stored.
extension Session {
  mutating func tour() {
    let pages = (0..<bl_page_count).map { index in
      let bytes = UnsafeBufferPointer(start: bl_page_text(index), count: bl_page_length(index))
      return (name: bl_page_name(index).map { String(cString: $0) } ?? "", bytes: Array(bytes))
    }
    let corpus = Corpus(ofPages: pages)
    var session = Session(
      terminal: terminal, reader: reader.onTour(of: corpus.shelf), corpus: corpus,
      request: CorpusRequest(paths: []), state: nil, hooks: Hooks())
    session.watches = false
    _ = session.run()
    // Events that were meant for this session came to that one.
    mailbox.removeAll().forEach { receive($0) }
    perform(reader.handle(.resize(session.reader.screenSize)))
    if terminal.endingSignal != nil { isOver = true }
  }
}
