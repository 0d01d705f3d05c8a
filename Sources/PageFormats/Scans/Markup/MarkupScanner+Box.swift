import Newspaper

extension MarkupScanner {
  /// The box of an element that has its edges in attributes of these names, in the file's own units; nil if one is
  /// missing or lies on the wrong side.
  func box(left: MarkupName, top: MarkupName, right: MarkupName, bottom: MarkupName) -> PageBox? {
    guard let left = number(left), let top = number(top), let right = number(right), let bottom = number(bottom),
      right >= left, bottom >= top
    else { return nil }
    return PageBox(x: left, y: top, width: right - left, height: bottom - top)
  }
}
