/// A set of line breaking classes.
struct ClassSet: Sendable, ExpressibleByArrayLiteral {
  private var bits: UInt64 = 0

  init(arrayLiteral classes: LineBreakClass...) {
    for kind in classes { insert(kind) }
  }

  mutating func insert(_ kind: LineBreakClass) { bits |= 1 << UInt64(kind.rawValue) }
  func contains(_ kind: LineBreakClass) -> Bool { bits >> UInt64(kind.rawValue) & 1 != 0 }
}

/// Which classes hold together: the rules of UAX #14 that look at two neighbours only.
struct BreakPairs: Sendable {
  /// Computed once.
  static let table = BreakPairs()

  private var neighbours: [ClassSet] = []
  private var acrossSpaces: [ClassSet] = []

  private init() {
    for before in LineBreakClass.allCases {
      var near: ClassSet = []
      var far: ClassSet = []
      for after in LineBreakClass.allCases {
        if Self.holdsAcrossSpaces(before, after) { far.insert(after) }
        if Self.holds(before, after) { near.insert(after) }
      }
      neighbours.append(near)
      acrossSpaces.append(far)
    }
  }

  /// True if no line may break between two neighbours.
  func together(_ before: LineBreakClass, _ after: LineBreakClass) -> Bool {
    neighbours[Int(before.rawValue)].contains(after)
  }

  /// True if no line may break between two classes with spaces between them.
  func apart(_ before: LineBreakClass, _ after: LineBreakClass) -> Bool {
    acrossSpaces[Int(before.rawValue)].contains(after)
  }

  private static func holdsAcrossSpaces(_ before: LineBreakClass, _ after: LineBreakClass) -> Bool {
    switch (before, after) {
    case (_, .wj), (_, .ex), (_, .cl), (_, .cp), (_, .is), (_, .sy): true  // LB11, LB13
    case (.op, _): true  // LB14
    case (.qu, .op): true  // LB15
    case (.cl, .ns), (.cp, .ns), (.b2, .b2): true  // LB16, LB17
    default: false
    }
  }

  private static func holds(_ before: LineBreakClass, _ after: LineBreakClass) -> Bool {
    switch (before, after) {
    case _ where holdsAcrossSpaces(before, after): true
    case (.wj, _), (.gl, _): true  // LB11, LB12
    case (.ba, .gl), (.hy, .gl), (.sp, .gl): false  // LB12a
    case (_, .gl), (_, .qu), (.qu, _): true  // LB12a, LB19
    case (.cb, _), (_, .cb): false  // LB20
    case (_, .ba), (_, .hy), (_, .ns), (.bb, _): true  // LB21
    case (.sy, .hl), (_, .in): true  // LB21b, LB22
    default: holdsWords(before, after) || holdsNumbers(before, after) || holdsHangul(before, after)
    }
  }

  /// LB23 to LB24, LB28, LB29 and the pair of LB30b.
  private static func holdsWords(_ before: LineBreakClass, _ after: LineBreakClass) -> Bool {
    switch (before, after) {
    case (.al, .nu), (.hl, .nu), (.nu, .al), (.nu, .hl): true
    case (.pr, .id), (.pr, .eb), (.pr, .em), (.id, .po), (.eb, .po), (.em, .po): true
    case (.pr, .al), (.pr, .hl), (.po, .al), (.po, .hl): true
    case (.al, .pr), (.al, .po), (.hl, .pr), (.hl, .po): true
    case (.al, .al), (.al, .hl), (.hl, .al), (.hl, .hl), (.is, .al), (.is, .hl): true
    case (.eb, .em): true
    default: false
    }
  }

  /// LB25, as far as two neighbours tell.
  private static func holdsNumbers(_ before: LineBreakClass, _ after: LineBreakClass) -> Bool {
    switch (before, after) {
    case (.pr, .nu), (.po, .nu), (.op, .nu), (.hy, .nu), (.nu, .nu), (.nu, .po), (.nu, .pr): true
    default: false
    }
  }

  /// LB26, LB27.
  private static func holdsHangul(_ before: LineBreakClass, _ after: LineBreakClass) -> Bool {
    switch (before, after) {
    case (.jl, .jl), (.jl, .jv), (.jl, .h2), (.jl, .h3): true
    case (.jv, .jv), (.jv, .jt), (.h2, .jv), (.h2, .jt), (.jt, .jt), (.h3, .jt): true
    case (.jl, .po), (.jv, .po), (.jt, .po), (.h2, .po), (.h3, .po): true
    case (.pr, .jl), (.pr, .jv), (.pr, .jt), (.pr, .h2), (.pr, .h3): true
    default: false
    }
  }
}
