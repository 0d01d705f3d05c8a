extension RandomAccessCollection where Index == Int {
  /// The first index whose element satisfies a condition that holds for all elements after it, too; else `endIndex`.
  /// - Complexity: O(log count).
  @inlinable
  package func partitioningIndex(where condition: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The last index whose element satisfies a condition that holds for all elements before it, too.
  /// - Parameter start: an index for which it holds, or 0.
  /// - Complexity: O(log distance from there).
  @inlinable
  package func lastIndex(from start: Int, where condition: (Element) -> Bool) -> Int {
    var (low, step) = (start, 1)
    while low + step < endIndex, condition(self[low + step]) { (low, step) = (low + step, step * 2) }
    var high = Swift.min(endIndex, low + step)
    while high - low > 1 {
      let middle = (low + high) / 2
      if condition(self[middle]) { low = middle } else { high = middle }
    }
    return low
  }
}
