import Screen

/// Numbers of colours that terminals have.
enum ColorDepth: Equatable {
  case none, eight, sixteen
  /// The palette of 256.
  case palette
  /// Colours are numbers 0xRRGGBB, except 0 to 7, which are the palette's.
  case direct

  /// - Parameter colors: The number in terminfo; 0 when colours are not to be used.
  init(colors: Int) {
    switch colors {
    case ..<8: self = .none
    case ..<16: self = .eight
    case ..<256: self = .sixteen
    case 256: self = .palette
    default: self = .direct
    }
  }
}

/// A style as a terminal of some colours can show it.
struct Look: Equatable {
  /// A colour's number in the terminal, -1 for its own.
  var foreground: Int32
  var background: Int32
  var attributes: Style.Attributes

  /// A background that cannot be shown is shown as reverse, so that what it marked stays marked.
  init(_ style: Style, depth: ColorDepth) {
    foreground = depth.number(of: style.foreground)
    background = depth.number(of: style.background)
    attributes = style.attributes
    let isMarkLost = style.background != .standard && background == -1
    let isInvisible = foreground == background && foreground != -1
    guard isMarkLost || isInvisible else { return }
    (foreground, background) = (-1, -1)
    attributes.insert(.reverse)
  }
}

extension ColorDepth {
  /// A colour's number in the terminal; -1, the terminal's own, where there is none like it.
  func number(of color: Color) -> Int32 {
    let index: UInt8
    switch color {
    case .standard: return -1
    case .palette(let number): index = number
    // Numbers below 8 are the palette's.
    case .rgb(let value) where self == .direct: return max(8, Int32(value & 0xFFFFFF))
    case .rgb(let value): index = nearest(to: value)
    }
    switch self {
    case .none: return -1
    case .eight: return index < 16 ? (index == 8 ? -1 : Int32(index & 7)) : hue(of: index)
    case .sixteen: return index < 16 ? Int32(index) : hue(of: index)
    case .palette: return Int32(index)
    case .direct: return index < 8 ? Int32(index) : rgb(of: index)
    }
  }
}

/// The colour of the palette's cube and greys that is nearest to one.
private func nearest(to value: UInt32) -> UInt8 {
  func parts(_ value: Int32) -> [Int32] { [value >> 16 & 255, value >> 8 & 255, value & 255] }
  let wanted = parts(Int32(value & 0xFFFFFF))
  func distance(_ index: UInt8) -> Int32 {
    zip(wanted, parts(rgb(of: index))).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  }
  return (UInt8(16)...255).min { distance($0) < distance($1) } ?? 16
}

// The darker eight only: bright yellow on a light ground cannot be read.
private func hue(of index: UInt8) -> Int32 {
  guard index < 232 else { return -1 }
  let levels = cubeLevels(of: index)
  let highest = levels.max() ?? 0
  let bits = levels.enumerated().reduce(0) { $0 | ($1.element * 2 > highest ? 1 << $1.offset : 0) }
  // Greys have no hue, and as black or white would be lost on one ground or the other.
  return bits == 0 || bits == 7 ? -1 : Int32(bits)
}

/// Red, green and blue, 0 to 5 each.
private func cubeLevels(of index: UInt8) -> [Int] {
  let place = Int(index) - 16
  return [place / 36, place / 6 % 6, place % 6]
}

/// 0xRRGGBB, as xterm has its palette from 8 on.
private func rgb(of index: UInt8) -> Int32 {
  switch index {
  case 8: 0x7F7F7F
  case 9: 0xFF0000
  case 10: 0x00FF00
  case 11: 0xFFFF00
  case 12: 0x5C5CFF
  case 13: 0xFF00FF
  case 14: 0x00FFFF
  case ..<16: 0xFFFFFF
  case ..<232: cubeLevels(of: index).reduce(0) { $0 << 8 | ($1 == 0 ? 0 : Int32($1) * 40 + 55) }
  default: (Int32(index) - 232) * 0x0A0A0A + 0x080808
  }
}
