import Newspaper

extension LineFacts {
  var dateline: DatelineForm? { forms?.dateline }
  var people: [Person] { forms?.people ?? [] }
  var pointsTo: Int? { forms?.pointsTo }
  var credit: Credit? { forms?.credit }
}

/// The forms of newspapers that a line has. Apart from the other facts, which are copied more often than these are
/// asked for.
final class LineForms: Sendable {
  let dateline: DatelineForm?
  let people: [Person]
  let pointsTo: Int?
  let credit: Credit?
  let folio: FolioForm?

  /// The forms that a line has, if it has any.
  static func of(
    dateline: DatelineForm?, people: [Person], pointsTo: Int?, credit: Credit?, folio: FolioForm?
  ) -> LineForms? {
    // An initializer that fails has taken memory already.
    guard dateline != nil || !people.isEmpty || pointsTo != nil || credit != nil || folio != nil else { return nil }
    return LineForms(dateline: dateline, people: people, pointsTo: pointsTo, credit: credit, folio: folio)
  }

  private init(dateline: DatelineForm?, people: [Person], pointsTo: Int?, credit: Credit?, folio: FolioForm?) {
    (self.dateline, self.people, self.pointsTo) = (dateline, people, pointsTo)
    (self.credit, self.folio) = (credit, folio)
  }
}

/// The forms of a page's lines, kept for as long as its scan lives, so that facts are copied without counting
/// references.
final class KeptForms: @unchecked Sendable {
  /// Grows only while the facts of the page's lines are read, by one thread.
  private var forms: [LineForms] = []

  func keep(_ line: LineForms) -> Unmanaged<LineForms> {
    forms.append(line)
    return .passUnretained(line)
  }
}

/// 摄: who took a picture, as its caption says at its end.
struct Credit: Equatable {
  var name: String
}
