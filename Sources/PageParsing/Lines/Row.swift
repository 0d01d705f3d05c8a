/// Values on end, in memory that whoever made them gives back: read without counting references, which took a tenth of
/// the parser's time, and never past their end. Read them only while their maker lives.
struct Row<Element: BitwiseCopyable & Sendable>: RandomAccessCollection, @unchecked Sendable {
  private let start: UnsafeMutablePointer<Element>
  let count: Int

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  /// The first of the values that some memory holds.
  init(_ memory: UnsafeMutableBufferPointer<Element>, count: Int) {
    precondition(count <= memory.count)
    // Of no memory there is an address all the same, which nothing reads.
    start = memory.baseAddress ?? UnsafeMutablePointer(bitPattern: MemoryLayout<Element>.alignment)!
    self.count = count
  }

  /// Values that stay as long as the program runs.
  init(keeping values: some Collection<Element>) {
    let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: values.count)
    _ = memory.initialize(from: values)
    self.init(memory, count: memory.count)
  }

  subscript(index: Int) -> Element {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
    return start[index]
  }

  /// The values, to be read without a look at each index.
  var buffer: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: start, count: count) }

  /// Gives the memory back.
  func deallocate() { start.deallocate() }
}
