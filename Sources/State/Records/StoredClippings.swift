import CSystem
import Notes
import System

/// The clippings of a log, each read when it is asked for.
public struct StoredClippings: ClippingShelf {
  private let table: RecordTable

  /// The clippings of a table.
  public init(_ table: RecordTable) { self.table = table }

  /// The number of clippings.
  public var count: Int { table.count }

  /// A clipping by its place; nil where it cannot be read.
  public subscript(index: Int) -> Clipping? { table[index].flatMap(Clipping.init) }

  /// The place of the clipping with an id.
  public func index(ofClipping id: String) -> Int? { table.index(of: id) }

  /// The places of the clippings of an issue.
  public func indices(ofIssue id: String) -> [Int] { table.indices(ofIssue: id) }

  /// The places of the clippings that a query holds for.
  public func indices(_ query: ClippingQuery) -> [Int] {
    let needles = query.terms.map(Needle.init)
    let pieces = max(1, min(table.count, 64))
    let found = parallelMap(Array(0..<pieces)) { piece in
      (table.count * piece / pieces..<table.count * (piece + 1) / pieces).filter { index in
        let line = table.line(index)
        guard needles.allSatisfy({ $0.mayHold(for: line) }) else { return false }
        return needles.allSatisfy(\.isExact) || query.holds(for: self[index])
      }
    }
    return found.flatMap { $0 }
  }
}

/// A term of a query as it is looked for in lines that have not been read.
private struct Needle {
  private let bytes: [UInt8]
  private let field: ClippingQuery.Field
  /// True if nothing but the line has to be looked at.
  let isExact: Bool

  init(_ term: ClippingQuery.Term) {
    let escaped = JSONTree.string(term.text).lineBytes.dropFirst().dropLast()
    field = term.field
    // Letters have two cases, and stand in the names of fields.
    isExact = term.field == .text && escaped.allSatisfy { $0 >= 0x80 }
    bytes = escaped.contains { $0 < 0x80 && !(0x30...0x39).contains($0) } ? [] : Array(escaped)
  }

  /// False if the term cannot hold.
  func mayHold(for line: UnsafeRawBufferPointer) -> Bool {
    guard field == .text, isExact else { return bytes.isEmpty || find(bytes, in: line) != nil }
    let paper = part(of: line, from: Self.paper, to: Self.lead)
    let text = part(of: line, from: Self.tags, to: Self.start)
    return find(bytes, in: text) != nil || find(bytes, in: paper) != nil
  }

  private static let paper = Array(#"", "paper": ""#.utf8)
  private static let lead = Array(#"", "lead": ""#.utf8)
  private static let tags = Array(#"", "tags": ""#.utf8)
  private static let start = Array(#"", "start": ""#.utf8)

  private func part(of line: UnsafeRawBufferPointer, from: [UInt8], to: [UInt8]) -> UnsafeRawBufferPointer {
    guard let start = find(from, in: line) else { return line }
    let rest = UnsafeRawBufferPointer(rebasing: line[start...])
    return UnsafeRawBufferPointer(rebasing: rest[..<(find(to, in: rest) ?? rest.count)])
  }

  private func find(_ needle: [UInt8], in bytes: UnsafeRawBufferPointer) -> Int? {
    bl_memmem(bytes.baseAddress, bytes.count, needle, needle.count).flatMap { place in
      bytes.baseAddress.map { place - $0 }
    }
  }
}
