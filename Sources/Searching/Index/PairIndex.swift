import Text

/// The places of every two neighbouring characters of a segment's folded text, in bytes that are used in place. It says
/// where any literal text stands without reading the folded text.
///
/// Lists of places are ordered by the two characters; 128 of them make a block. Blocks and lists have checksums that
/// are looked at when they are used: where one is wrong, the folded text is searched instead.
public struct PairIndex: @unchecked Sendable {
  /// Keeps the bytes alive.
  private let owner: AnyObject
  let head: Head
  /// The first key of each block, and the checksum of each.
  private let firstKeys: UnsafeBufferPointer<UInt64>
  private let blockSums: UnsafeBufferPointer<UInt64>
  private let lists: UnsafeBufferPointer<PairList>
  private let places: UnsafeRawBufferPointer

  /// The beginning of the file. Numbers are little-endian.
  struct Head: BitwiseCopyable {
    /// `BLPAIR` and the version of the format.
    static let mark: UInt64 = 0x0152_4941_504C_42

    var mark = Self.mark
    /// The checksum of the folded text that it belongs to.
    var text: UInt64
    var listCount: UInt64
    /// Bytes of all lists of places.
    var placesLength: UInt64
    /// 1 if a hanzi can stand within the folding of another character.
    var hasInnerHanzi: UInt64
    /// Of the words before, the first keys and the checksums of blocks.
    var checksum: UInt64 = 0

    static let blockLength = 128
    var blockCount: Int { (Int(clamping: listCount) + Self.blockLength - 1) / Self.blockLength }
  }

  /// Nil if the bytes are no sound index of a text.
  /// - Parameters:
  ///   - bytes: at an address that is a multiple of eight.
  ///   - text: the checksum of the folded text.
  ///   - checksum: the function of checksums.
  ///   - owner: keeps the bytes alive and unchanged.
  public init?(
    _ bytes: UnsafeRawBufferPointer, of text: UInt64, checksum: @escaping @Sendable (UnsafeRawBufferPointer) -> UInt64,
    owner: AnyObject & Sendable
  ) {
    let headLength = MemoryLayout<Head>.size
    guard bytes.count >= headLength, let start = bytes.baseAddress, Int(bitPattern: start) % 8 == 0 else { return nil }
    let head = start.load(as: Head.self)
    guard head.mark == Head.mark, head.text == text, head.listCount < UInt64(bytes.count / 16),
      head.placesLength <= UInt64(bytes.count)
    else { return nil }
    let (blocks, count) = (head.blockCount, Int(head.listCount))
    let tables = headLength + blocks * 16
    guard bytes.count == tables + count * 16 + Int(head.placesLength) else { return nil }
    func part(_ offset: Int, _ length: Int) -> UnsafeRawBufferPointer {
      UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length])
    }
    let sum = checksum(part(0, headLength - 8)) ^ checksum(part(headLength, blocks * 16))
    guard sum == head.checksum else { return nil }
    firstKeys = part(headLength, blocks * 8).assumingMemoryBound(to: UInt64.self)
    blockSums = part(headLength + blocks * 8, blocks * 8).assumingMemoryBound(to: UInt64.self)
    lists = part(tables, count * 16).assumingMemoryBound(to: PairList.self)
    places = part(tables + count * 16, Int(head.placesLength))
    (self.head, self.owner, self.checksum) = (head, owner, checksum)
  }

  private let checksum: @Sendable (UnsafeRawBufferPointer) -> UInt64

  /// A part of it is damaged.
  struct Damage: Error {}

  /// The list of two characters; nil if they are nowhere side by side.
  func list(of first: UInt32, _ second: UInt32) throws(Damage) -> PairList? {
    let key = PairList.key(first, second)
    let block = firstKeys.partitioningIndex { $0 > key } - 1
    guard block >= 0 else { return nil }
    let range = try soundLists(ofBlock: block)
    let index = lists[range].partitioningIndex { $0.key >= key }
    return index < range.upperBound && lists[index].key == key ? lists[index] : nil
  }

  /// The lists of a character with any behind it.
  func lists(of first: UInt32) throws(Damage) -> [PairList] {
    let (from, to) = (PairList.key(first, 0), PairList.key(first + 1, 0))
    var found: [PairList] = []
    var block = max(0, firstKeys.partitioningIndex { $0 > from } - 1)
    while block < firstKeys.count, firstKeys[block] < to {
      for list in lists[try soundLists(ofBlock: block)] where from <= list.key && list.key < to { found.append(list) }
      block += 1
    }
    return found
  }

  /// Calls back with all lists, in order, until it is told that these were enough.
  func forEachList(_ body: (PairList) -> Bool) throws(Damage) {
    for block in firstKeys.indices {
      for list in lists[try soundLists(ofBlock: block)] where !body(list) { return }
    }
  }

  private func soundLists(ofBlock block: Int) throws(Damage) -> Range<Int> {
    let start = block * Head.blockLength
    let range = start..<min(lists.count, start + Head.blockLength)
    guard checksum(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: lists[range]))) == blockSums[block] else {
      throw Damage()
    }
    return range
  }

  /// Calls back with the places of a list, in order.
  func forEachPlace(of list: PairList, _ body: (Int) -> Void) throws(Damage) {
    let (start, length) = (Int(list.offset), Int(list.length))
    guard start <= places.count, length <= places.count - start else { throw Damage() }
    let bytes = UnsafeRawBufferPointer(rebasing: places[start..<start + length])
    guard PairList.short(checksum(bytes)) == list.sum else { throw Damage() }
    var (place, delta, shift) = (0, 0, 0)
    for byte in bytes {
      delta |= Int(byte & 0x7F) << shift
      if byte < 0x80 {
        place += delta
        body(place)
        (delta, shift) = (0, 0)
      } else {
        shift = min(shift + 7, 28)
      }
    }
  }
}

/// The list of the places where two characters are neighbours: its key, its beginning and its length.
struct PairList: BitwiseCopyable {
  /// Two scalars of 21 bits, and 22 bits of the checksum of the list.
  var keyAndSum: UInt64
  /// Bytes from the beginning of all lists.
  var offset: UInt32
  var length: UInt32

  var key: UInt64 { keyAndSum >> 22 }
  var sum: UInt64 { keyAndSum & 0x3F_FFFF }

  /// The two characters.
  var scalars: (UInt32, UInt32) { (UInt32(key >> 21), UInt32(key & 0x1F_FFFF)) }

  static func key(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 21 | UInt64(second) }

  static func short(_ checksum: UInt64) -> UInt64 { checksum & 0x3F_FFFF }
}
