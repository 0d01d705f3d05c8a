import Newspaper

/// True if both are the same place. Places are shares of a page's width, which division leaves a little off.
func near(_ box: PageBox?, _ other: PageBox) -> Bool {
  near(box?.x, other.x) && near(box?.y, other.y) && near(box?.width, other.width) && near(box?.height, other.height)
}

/// True if both are the same share of a page's width.
func near(_ share: Float?, _ other: Float) -> Bool { share.map { abs($0 - other) < 1e-5 } ?? false }
