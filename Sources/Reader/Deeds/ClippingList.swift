import Notes
import Text

/// The clippings of a store with the changes of this session over them, the newest first.
struct ClippingList: Sendable {
  /// A clipping's place in the store; -1, -2 … for those made since.
  typealias Entry = Int32

  private var base: any ClippingShelf
  /// Made or changed since.
  private var own: [Entry: Clipping] = [:]
  /// The entries of those made since, by id.
  private var made: [String: Entry] = [:]
  /// All that there are, the newest first.
  private(set) var entries: [Entry]
  /// Number of changes.
  private(set) var version = 0
  /// Number of searches.
  var searches = 0

  init(_ base: any ClippingShelf = [Clipping]()) {
    self.base = base
    entries = (0..<Entry(base.count)).reversed()
  }

  /// A clipping; nil where it cannot be read.
  subscript(entry: Entry) -> Clipping? { own[entry] ?? (entry < 0 ? nil : base[Int(entry)]) }

  /// The number of clippings.
  var count: Int { entries.count }

  /// Takes the stored clippings anew; changes that were made meanwhile come over them.
  mutating func replaceBase(_ base: any ClippingShelf) {
    let before = self
    self = ClippingList(base)
    version = before.version + 1
    for entry in before.entries.reversed() {
      if let clipping = before.own[entry] { replace(nil, by: clipping) }
    }
  }

  /// Puts a clipping in the place of another one; nil stands for none.
  mutating func replace(_ before: Clipping?, by after: Clipping?) {
    guard let id = after?.id ?? before?.id else { return }
    let entry = entry(of: id) ?? -Entry(made.count) - 1
    if entry < 0 { made[id] = entry }
    own[entry] = after
    version += 1
    let place = place(of: entry)
    let isThere = entries.indices.contains(place) && entries[place] == entry
    if after == nil, isThere { entries.remove(at: place) }
    if after != nil, !isThere { entries.insert(entry, at: place) }
  }

  /// The clippings of an issue.
  func clippings(ofIssue id: String) -> [Clipping] {
    let stored = base.indices(ofIssue: id).map(Entry.init).filter { own[$0] == nil && isThere($0) }
    return stored.compactMap { self[$0] } + own.values.filter { $0.issue.id == id }
  }

  /// Of the stored clippings for which a search holds, and of those of this session, the entries that there are.
  func entries(found: [Int], query: ClippingQuery) -> [Entry] {
    let changed = own.filter { query.holds(for: $0.value) }.map(\.key)
    let stored = found.map(Entry.init).filter { own[$0] == nil && isThere($0) }
    return (stored + changed).sorted { Self.rank($0) > Self.rank($1) }
  }

  func entry(of id: String) -> Entry? { made[id] ?? base.index(ofClipping: id).map(Entry.init) }

  private func isThere(_ entry: Entry) -> Bool {
    let place = place(of: entry)
    return entries.indices.contains(place) && entries[place] == entry
  }

  /// The place at which an entry stands, or would.
  private func place(of entry: Entry) -> Int { entries.partitioningIndex { Self.rank($0) <= Self.rank(entry) } }

  /// Larger for newer ones.
  private static func rank(_ entry: Entry) -> Int { entry < 0 ? Int(Entry.max) - Int(entry) : Int(entry) }
}
