import Notes
import Reader
import State

extension StateStore {
  /// Changes of clippings, marks and corrections as changes of records, by the log that they are for.
  /// - Parameter besidePages: true if corrections are stored beside the pages.
  func records(of changes: [Change], besidePages: Bool) -> [RecordLog: [RecordChange]] {
    var records: [RecordLog: [RecordChange]] = [:]
    for change in changes {
      switch change {
      case .clipping(let before, let after):
        records[clippings, default: []].append(.init(before: before?.record, after: after?.record))
      case .mark(let before, let after):
        records[marks, default: []].append(.init(before: before?.record, after: after?.record))
      case .macro(let before, let after):
        records[macros, default: []].append(.init(before: before?.record, after: after?.record))
      case .correction(let before, let after):
        let log = besidePages ? (after ?? before).flatMap { RecordLog.corrections(besidePage: $0.issue.path) } : nil
        records[log ?? corrections, default: []].append(.init(before: before?.record, after: after?.record))
      case .query, .read: break
      }
    }
    return records
  }
}
