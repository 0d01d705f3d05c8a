import Newspaper

/// The ways to set a page.
public enum PageView: String, Sendable, CaseIterable {
  /// One column that scrolls.
  case one
  /// Columns that are turned page by page.
  case columns
  /// The issue as a printed page of boxes.
  case front
  /// Lines from top to bottom, from right to left.
  case vertical
}
