/// UAX #14, revision 50 (Unicode 15.0), untailored but for the numbers: those go by the regular expression of its
/// section 8.2, example 7, as the standard's own test has them. One scalar after the other goes in, and out comes
/// and the permission to break before it.
struct LineBreaker: Sendable {
  /// True if a line may break at a place.
  enum Opportunity: Sendable {
    /// It must: LB4, LB5.
    case mandatory
    case prohibited
    /// It may, and white space stands before.
    case space
    case allowed
  }

  /// The properties of a scalar that the rules need.
  struct Scalar: Sendable {
    var kind: LineBreakClass
    /// East_Asian_Width F, W or H.
    var isEastAsian: Bool
    var isUnassignedPictograph: Bool
  }

  private enum Gap { case none, spaces, zeroWidth }
  private enum Number { case none, open, closed }
  /// (PR | PO), then OP behind it: a number that follows takes them all, LB25.
  private enum Prefix { case none, sign, opening }

  /// The last scalar that was neither white space nor joined to one before it; nil at the text's start.
  private var before: Scalar?
  private var gap = Gap.none
  private var afterJoiner = false
  private var number = Number.none
  private var prefix = Prefix.none
  /// HL (HY | BA) stands just before, LB21a.
  private var afterHebrewHyphen = false
  /// An odd number of regional indicators stands just before, LB30a.
  private var oddIndicators = false

  /// True if the last scalar forbids the break before the opening mark that stands before it: the one case where the
  /// standard looks ahead, (PR | PO) × OP NU.
  private(set) var withdrawsOpening = false

  /// True if a line may break before a scalar, which is then passed.
  mutating func next(_ scalar: Scalar) -> Opportunity {
    withdrawsOpening = false
    if scalar.kind == .cm || scalar.kind == .zwj, canBeJoined {
      afterJoiner = scalar.kind == .zwj
      return .prohibited  // LB9
    }
    var effective = scalar
    if scalar.kind == .cm || scalar.kind == .zwj { effective.kind = .al }  // LB10
    let opportunity = opportunity(before: effective)
    pass(effective)
    afterJoiner = scalar.kind == .zwj
    return opportunity
  }

  private var canBeJoined: Bool {
    guard let before, gap == .none else { return false }
    return !Self.hard.contains(before.kind)
  }

  private static let hard: ClassSet = [.bk, .cr, .lf, .nl]

  private func opportunity(before next: Scalar) -> Opportunity {
    guard let before else { return .prohibited }  // LB2
    let (last, kind) = (before.kind, next.kind)
    if gap == .none, Self.hard.contains(last) { return last == .cr && kind == .lf ? .prohibited : .mandatory }
    if Self.hard.contains(kind) || kind == .sp || kind == .zw { return .prohibited }  // LB6, LB7
    if gap == .zeroWidth { return .allowed }  // LB8
    if afterJoiner { return .prohibited }  // LB8a
    if gap == .spaces { return BreakPairs.table.apart(last, kind) ? .prohibited : .space }  // LB11 to LB18
    if BreakPairs.table.together(last, kind) || isHeld(before, next) { return .prohibited }
    return .allowed
  }

  /// The rules that look at more than the classes of two neighbours.
  private func isHeld(_ before: Scalar, _ next: Scalar) -> Bool {
    let kind = next.kind
    if kind == .cb || before.kind == .cb { return false }  // LB20
    if afterHebrewHyphen { return true }  // LB21a
    if number != .none, kind == .po || kind == .pr { return true }  // LB25
    if number == .open, kind == .nu { return true }  // LB25
    if kind == .op, !next.isEastAsian, before.kind.isWordlike { return true }  // LB30
    if before.kind == .cp, !before.isEastAsian, kind.isWordlike { return true }  // LB30
    if kind == .ri { return oddIndicators }  // LB30a
    return kind == .em && before.isUnassignedPictograph  // LB30b
  }

  private mutating func pass(_ next: Scalar) {
    if next.kind == .sp { return passSpace(next) }
    let last = gap == .none ? before?.kind : nil
    withdrawsOpening = next.kind == .nu && prefix == .opening
    passNumber(next.kind)
    afterHebrewHyphen = last == .hl && (next.kind == .hy || next.kind == .ba)
    oddIndicators = next.kind == .ri && !(last == .ri && oddIndicators)
    before = next
    gap = next.kind == .zw ? .zeroWidth : .none
  }

  private mutating func passSpace(_ space: Scalar) {
    if before.map({ gap == .none && Self.hard.contains($0.kind) }) ?? true { before = space }
    if gap == .none { gap = .spaces }
    number = .none
    prefix = .none
    afterHebrewHyphen = false
    oddIndicators = false
  }

  private mutating func passNumber(_ kind: LineBreakClass) {
    switch kind {
    case .nu: number = .open
    case .sy, .is: number = number == .open ? .open : .none
    case .cl, .cp: number = number == .open ? .closed : .none
    default: number = .none
    }
    switch kind {
    case .pr, .po: prefix = .sign
    case .op: prefix = prefix == .sign ? .opening : .none
    default: prefix = .none
    }
  }
}
