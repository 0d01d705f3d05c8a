/// Chinese line breaking: UAX #14, then the rules of W3C CLREQ and the habits of print.
///
/// - CLREQ's levels, and “ ” as OP and CL: as ICU has it for Chinese, a line may break before “ and after ”.
/// - —— and …… hold together. A line starts with —— only where it would be left too empty otherwise.
/// - A number keeps its unit (350℃, 256.96亿元) and its sign (-100℃); words, model numbers and addresses break only at
///   their seams.
struct ChineseBreaker: Sendable {
  /// A break that turns out to be another than was said, as the standard and the tailorings look ahead.
  struct Correction: Sendable {
    var index: Int
    var quality: BreakQuality
  }

  private let level: LineBreakLevel
  private var standard = LineBreaker()
  /// The scalar just before, also where it is a space or joined to another.
  private var before = LineBreakClass.sp
  private var beforeIsWide = false
  private var beforeScalar: UInt32 = 0
  private var word = WordRun()
  /// A mark that ends no line stands before, and nothing but spaces and invisible characters after it.
  private var afterOpening = false
  /// 万, 亿 and their like stand behind a number; its unit follows.
  private var afterMagnitude = false
  /// A bracket has closed behind a hanzi: (一期)2号.
  private var afterHanziInBrackets = false
  private var opening: Int?
  /// The break before a dash, if a second dash makes a pair of it.
  private var pair: Correction?
  /// The break before a hyphen, if it is the sign of a number; whether a digit has come.
  private var sign: (correction: Correction, hasDigit: Bool)?

  /// The changes that are due now that the last scalar is known.
  private(set) var correction: Correction?

  init(level: LineBreakLevel) { self.level = level }

  /// The quality of a break before a scalar, which is then passed.
  /// - Parameters:
  ///   - index: the number of its character, for corrections.
  ///   - kind: its class where that is known better than from the scalar.
  mutating func next(_ scalar: UInt32, at index: Int, as kind: LineBreakClass? = nil) -> (LineBreakClass, BreakQuality)
  {
    if before == .id, 0x4E00...0x9FFF ~= scalar, kind == nil { return (.id, afterHanzi(scalar)) }
    correction = nil
    var next = ChineseClass(scalar, level: level)
    if let kind { next.kind = kind }
    let opportunity = standard.next(
      LineBreaker.Scalar(
        kind: next.kind.standard, isEastAsian: next.isWide, isUnassignedPictograph: next.isUnassignedPictograph))
    let quality = quality(of: opportunity, before: next, scalar)
    lookBack(from: next, opportunity, at: index)
    pass(next, scalar)
    return (next.kind, quality)
  }

  /// A hanzi after a hanzi: nearly all of a newspaper. Nothing changes but the hanzi itself.
  private mutating func afterHanzi(_ scalar: UInt32) -> BreakQuality {
    correction = nil
    guard afterMagnitude else { return .good }
    afterMagnitude = isMagnitude(scalar)
    return .poor
  }

  private mutating func pass(_ next: ChineseClass, _ scalar: UInt32) {
    afterMagnitude = next.kind == .id && (before == .nu || afterMagnitude) && isMagnitude(scalar)
    afterHanziInBrackets = next.kind == .cp && (before == .id || afterHanziInBrackets)
    word.pass(next.kind, scalar, isWide: next.isWide && !next.kind.isWordlike)
    switch next.kind {
    case .op, .openingQuote, .openingSingle: afterOpening = true
    case .sy where level >= .gb: afterOpening = true
    case .sp, .zw, .cm, .zwj: break
    default: afterOpening = false
    }
    // An unassigned pictograph matters to the next scalar.
    before = next.isUnassignedPictograph ? .eb : next.kind
    beforeIsWide = next.isWide
    beforeScalar = scalar
  }

  // MARK: Quality

  private func quality(of opportunity: LineBreaker.Opportunity, before next: ChineseClass, _ scalar: UInt32)
    -> BreakQuality
  {
    switch opportunity {
    case .space, .mandatory: mayBreakApart(next.kind) ? .space : .forbidden
    case .allowed where before == .zw || before == .sp: mayBreakApart(next.kind) ? .good : .forbidden
    case .allowed: allowed(next, scalar)
    case .prohibited: prohibited(next)
    }
  }

  /// True if CLREQ, too, lets a line break where the standard does because of a space, also one of no width.
  private func mayBreakApart(_ kind: LineBreakClass) -> Bool {
    if level == .none { return true }
    switch kind {
    case .b2, .hy, .ba, .po, .ns, .interpunct, .closingSingle: return false
    case .cl, .cp, .pause, .closingQuote, .ex: return false
    case .in where level == .strict: return false
    default: return !afterOpening
    }
  }

  private func allowed(_ next: ChineseClass, _ scalar: UInt32) -> BreakQuality {
    let kind = next.kind
    switch before {
    case .leader where kind == .leader: return .forbidden
    case _ where (kind == .b2 || kind == .po) && level != .none: return .forbidden
    case .sy where level >= .gb: return .forbidden
    case _ where word.isAddress && !next.isWide: return .seam
    case .ba where beforeScalar == 0xAD: return .seam
    case .interpunct where kind.isWordlike && word.hasBegun: return .word
    case .hy, .ba, .sy: return kind.isWordlike && word.hasBegun ? hyphenated(scalar) : .good
    case .nu where kind == .id: return .poor
    case .al where kind == .op, .nu where kind == .op: return .poor
    case .al where kind == .openingQuote, .nu where kind == .openingQuote: return .poor
    case .pause: return .pause
    default: return afterMagnitude ? .poor : .good
    }
  }

  /// After the hyphen of well-known, and of MZ90-HX and Wi-Fi, which are names.
  private func hyphenated(_ scalar: UInt32) -> BreakQuality {
    word.hasDigit || 0x41...0x5A ~= scalar ? .seam : .poor
  }

  private func prohibited(_ next: ChineseClass) -> BreakQuality {
    if separatesQuotation(next) { return .good }
    switch next.kind {
    case .al, .hl, .nu: return insideWord(next.kind)
    case .op where before.isWordlike && !next.isWide: return .seam
    default: return .forbidden
    }
  }

  /// Before ‘ and after ’ where hanzi stand on the other side: LB19 holds only inside words.
  private func separatesQuotation(_ next: ChineseClass) -> Bool {
    let isOpening = next.kind == .op || next.kind == .openingQuote || next.kind == .openingSingle
    switch before {
    case .id, .pause, .cl, .closingQuote, .ex, .ns: return next.kind == .openingSingle && beforeIsWide
    case .closingSingle: return next.kind == .id || next.kind == .openingSingle || (isOpening && next.isWide)
    default: return false
    }
  }

  private func insideWord(_ kind: LineBreakClass) -> BreakQuality {
    switch before {
    // LB30 means book(s)hop; here a bracket of hanzi has closed.
    case .cp where afterHanziInBrackets: return .good
    case .is where word.hasBegun && kind == .al: return .seam
    case .al, .hl, .nu: return isSeamOfAddress ? .seam : .word
    case .sy where level >= .gb: return .forbidden
    case .hy, .ba, .sy: return word.hasBegun ? .seam : .forbidden
    case .is, .ex, .po, .cp, .qu, .closingSingle, .interpunct: return word.hasBegun ? .word : .forbidden
    default: return .forbidden
    }
  }

  /// After `&`, `=`, `#`, `_` and `~` of an address.
  private var isSeamOfAddress: Bool {
    word.isAddress && [0x26, 0x3D, 0x23, 0x5F, 0x7E].contains(beforeScalar)
  }

  // MARK: Looking ahead, seen from behind

  private mutating func lookBack(from next: ChineseClass, _ opportunity: LineBreaker.Opportunity, at index: Int) {
    if let opening, standard.withdrawsOpening { correction = Correction(index: opening, quality: .forbidden) }
    opening = next.kind == .op && !next.isWide ? index : nil
    notePair(next.kind, opportunity, at: index)
    noteSign(next.kind, opportunity, at: index)
  }

  private mutating func notePair(_ kind: LineBreakClass, _ opportunity: LineBreaker.Opportunity, at index: Int) {
    guard kind == .b2, level != .none else { return pair = nil }
    if before == .b2 {
      correction = pair
      pair = nil
    } else if level != .strict, opportunity != .prohibited, !afterOpening {
      pair = Correction(index: index, quality: opportunity == .allowed ? .poor : .space)
    }
  }

  private mutating func noteSign(_ kind: LineBreakClass, _ opportunity: LineBreaker.Opportunity, at index: Int) {
    switch kind {
    case .hy where before == .id: sign = (Correction(index: index, quality: .good), false)
    case .hy where opportunity == .space && !afterOpening: sign = (Correction(index: index, quality: .space), false)
    case .nu where sign?.correction.quality == .space:
      correction = sign?.correction
      sign = nil
    case .nu: sign?.hasDigit = true
    case .is: break
    case .po:
      if let sign, sign.hasDigit { correction = sign.correction }
      sign = nil
    default: sign = nil
    }
  }
}

extension LineBreakLevel: Comparable {
  private var strictness: Int {
    switch self {
    case .none: 0
    case .basic: 1
    case .gb: 2
    case .strict: 3
    }
  }

  /// A lower level forbids less.
  public static func < (left: LineBreakLevel, right: LineBreakLevel) -> Bool { left.strictness < right.strictness }
}
