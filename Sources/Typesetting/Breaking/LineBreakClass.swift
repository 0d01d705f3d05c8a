/// The line breaking classes of UAX #14, named as in its table, and behind them those that only Chinese setting knows.
/// The raw values stand in the embedded table of characters: new classes go to the end.
package enum LineBreakClass: UInt8, CaseIterable, Sendable {
  case al, ai, b2, ba, bb, bk, cb, cj, cl, cm, cp, cr, eb, em, ex, gl, h2, h3, hl, hy, id, `in`, `is`, jl, jt, jv, lf
  case nl, ns, nu, op, po, pr, qu, ri, sa, sg, sp, sy, wj, xx, zw, zwj

  /// A full-width mark that pauses or stops, 、，。：；！？: the standard's CL, and the best place for a headline to break.
  case pause
  /// · between the parts of a name: the standard's BA between hanzi, AL inside a word.
  case interpunct
  /// “ ” as Chinese has them: OP and CL. ‘ ’ are QU still, as ’ is an apostrophe too.
  case openingQuote, closingQuote, openingSingle, closingSingle
  /// … where the level lets a line start with it: it only keeps together with its like.
  case leader
  /// Marks that the level lets stand anywhere: the standard's ID.
  case looseOpening, looseMark
}

extension LineBreakClass {
  /// The class that the standard's rules see; LB1 for those that it resolves.
  var standard: LineBreakClass {
    switch self {
    case .ai, .sg, .xx, .sa: .al
    case .cj: .ns
    case .pause, .closingQuote: .cl
    case .openingQuote: .op
    case .openingSingle, .closingSingle: .qu
    case .interpunct: .ba
    case .leader, .looseOpening, .looseMark: .id
    default: self
    }
  }

  /// True if a glyph of this class stands in a word or number.
  var isWordlike: Bool { self == .al || self == .nu || self == .hl }
}
