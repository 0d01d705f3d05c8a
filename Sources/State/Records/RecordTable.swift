import Glibc
import Notes
import System
import Text

/// The records of a log as it was when it was looked at: the file, mapped, and where the newest line of each is.
public struct RecordTable: Sendable {
  /// Nil for a log of nothing.
  private let file: FixedBytes?
  private var starts: [Int] = []
  private var lengths: [Int32] = []
  private var issues: [UInt64] = []
  private var byID: [UInt64: Int32] = [:]
  /// Lines that were replaced or removed, or broke off.
  private(set) var staleCount = 0
  /// Lines that are no records.
  private(set) var damagedCount = 0
  /// Lines of other versions.
  private(set) var foreign: [Range<Int>] = []
  private var order: [Int32] = []

  /// Looks through a file.
  init(_ file: FixedBytes?) {
    self.file = file
    guard let bytes = file?.bytes else { return }
    var start = 0
    while start < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
      let end = rest.baseAddress.flatMap { base in
        memchr(base, 0x0A, rest.count).map { start + (UnsafeRawPointer($0) - base) }
      }
      // A line without its end is still being written, or never will be.
      guard let end else { break }
      add(start..<end, UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
      start = end + 1
    }
    order = starts.indices.filter { lengths[$0] > 0 }.map(Int32.init)
  }

  private mutating func add(_ range: Range<Int>, _ line: UnsafeRawBufferPointer) {
    switch line.isEmpty ? .torn : RecordLine.look(line) {
    case .record(let id, let issue):
      if let known = byID[id].map(Int.init) {
        // Removed and made again it is the same record at the same place.
        if lengths[known] > 0 { staleCount += 1 }
        (starts[known], lengths[known], issues[known]) = (range.lowerBound, Int32(clamping: range.count), issue)
      } else {
        byID[id] = Int32(starts.count)
        starts.append(range.lowerBound)
        lengths.append(Int32(clamping: range.count))
        issues.append(issue)
      }
    case .removal(let id):
      staleCount += 2
      if let known = byID[id] { lengths[Int(known)] = 0 }
    case .foreign: foreign.append(range)
    case .torn: staleCount += 1
    case .damaged: damagedCount += 1
    }
  }

  /// The number of records.
  public var count: Int { order.count }

  /// The line of a record.
  func line(_ index: Int) -> UnsafeRawBufferPointer {
    let entry = Int(order[index])
    return slice(starts[entry]..<starts[entry] + Int(lengths[entry]))
  }

  func slice(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: (file?.bytes ?? UnsafeRawBufferPointer(start: nil, count: 0))[range])
  }

  /// A record by its place, the oldest first; nil where its line is damaged.
  public subscript(index: Int) -> KeptRecord? {
    guard order.indices.contains(index) else { return nil }
    return RecordLine.members(line(index)).flatMap(RecordLine.record)
  }

  /// The place of the record with an id.
  public func index(of id: String) -> Int? {
    guard let entry = byID[RecordLine.idSum(id)], lengths[Int(entry)] > 0 else { return nil }
    let place = order.partitioningIndex { $0 >= entry }
    return place < order.count && order[place] == entry ? place : nil
  }

  /// The places of the records of an issue, the oldest first.
  public func indices(ofIssue issue: String) -> [Int] {
    let sum = RecordLine.issueSum(issue)
    return order.indices.filter { issues[Int(order[$0])] == sum }
  }

  /// All records that can be read.
  public var records: [KeptRecord] { order.indices.compactMap { self[$0] } }
}
