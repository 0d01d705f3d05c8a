import Searching
import Synchronization
import System

extension Catalogue {
  /// The path of a segment's index; nil if it has none.
  func indexPath(_ segment: Int) -> String? {
    guard let folder, segments[segment].isIndexed else { return nil }
    return folder + "/" + NewSegmentFile.stem(segments[segment].number) + PairIndex.ending
  }

  /// Writes the indexes that large segments lack, in several threads; takes some seconds a gigabyte. Where that cannot
  /// be done, text is searched without them.
  /// - Parameter tell: called with the number of segments that have one and that must, on several threads.
  /// - Returns: true if any were written.
  @discardableResult
  func writeIndexes(tell: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil) -> Bool {
    guard isKept, let folder, mayWrite(in: folder) else { return false }
    let missing = segments.indices.filter { indexPath($0).map { !exists($0) } ?? false }
    let progress = Mutex((done: 0, hasFailed: false))
    parallelForEach(missing.count, threads: processorCount) { [self] index in
      if progress.withLock({ $0.hasFailed }) { return }
      let isWritten = writeIndex(missing[index])
      let done = progress.withLock { progress in
        progress.hasFailed = progress.hasFailed || !isWritten
        progress.done += 1
        return progress.done
      }
      tell?(done, missing.count)
    }
    return !missing.isEmpty && !progress.withLock { $0.hasFailed }
  }

  private func writeIndex(_ number: Int) -> Bool {
    let segment = segments[number]
    guard let path = indexPath(number), segment.isSound, let folded = segment.folded else { return false }
    let bytes = PairIndex.bytes(of: folded, text: segment.header[.folded].checksum) { checksum($0) }
    let new = path + ".\(UInt64.random(in: 0...UInt64.max))" + NewSegmentFile.unfinishedEnding
    return (try? replaceFile(path, with: bytes, by: new)) != nil
  }
}

extension PairIndex {
  static let ending = ".index"
}
