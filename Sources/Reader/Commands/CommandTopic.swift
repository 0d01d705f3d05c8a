import Newspaper

/// The parts of help, by what a person wants to do.
enum CommandTopic: Sendable, CaseIterable {
  case move, search, view, keep, settings, program, typing

  /// The heading in help.
  var title: Phrase {
    switch self {
    case .move: Phrase("Move")
    case .search: Phrase("Search##topic")
    case .view: Phrase("View##topic")
    case .keep: Phrase("Keep##topic")
    case .settings: Phrase("Settings")
    case .program: Phrase("Help and the program")
    case .typing: Phrase("While typing")
    }
  }
}

extension Command {
  /// The part of help that it stands in.
  var topic: CommandTopic {
    switch self {
    case .nextLine, .previousLine, .halfPageDown, .halfPageUp, .nextPage, .previousPage, .firstLine, .lastLine, .open,
      .back, .nextPane, .previousPane, .nextArticle, .previousArticle, .nextIssue, .previousIssue, .article, .issue,
      .follow, .boxLeft, .boxRight, .nextDay, .previousDay, .nextWeek, .previousWeek, .nextMonth, .previousMonth,
      .nextYear, .previousYear, .jumpBack, .jumpForth, .nextUnread, .goToMark, .nextPassage, .previousPassage,
      .calendar, .date:
      .move
    case .search, .nextMatch, .previousMatch, .clearSearch, .searchCorpus, .toggleOrder, .nextBar, .previousBar,
      .narrow, .widen, .save, .query, .queries, .deleteQuery, .filter, .markHit, .markAllHits:
      .search
    case .nextView, .toggleRaw, .why, .scan, .openImage, .whereabouts: .view
    case .toggleRead, .readAll, .select, .swapEnds, .copy, .cite, .mark, .marks, .clip, .clipInEditor, .clippings,
      .editNote, .editTags, .edit, .pipe, .speak, .export, .correct, .role, .join, .split, .title, .corrections, .undo,
      .redo:
      .keep
    case .view, .theme, .level, .justify, .ambiguous, .script, .pinyin, .set: .settings
    case .record, .play, .macros, .help, .tour, .messages, .commandLine, .chain, .redraw, .suspend, .interrupt, .quit:
      .program
    case .accept, .cancel, .complete, .completeBack, .olderLine, .newerLine, .breakLine, .caretLeft, .caretRight,
      .caretStart, .caretEnd, .deleteBack, .deleteForward, .deleteWord, .deleteToStart:
      .typing
    }
  }
}
