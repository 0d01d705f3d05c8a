import CNcurses

/// Pairs of colours, made as styles need them and never more than the terminal has; beyond that, its own colours.
struct ColorPairs {
  private var numbers: [UInt64: Int32] = [:]
  private let limit: Int

  init(limit: Int) { self.limit = min(limit, Int(Int16.max)) }

  mutating func number(_ foreground: Int32, _ background: Int32) -> Int32 {
    guard foreground != -1 || background != -1 else { return 0 }
    let key = UInt64(UInt32(bitPattern: foreground)) << 32 | UInt64(UInt32(bitPattern: background))
    if let number = numbers[key] { return number }
    guard numbers.count + 1 < limit else { return 0 }
    let number = Int32(numbers.count + 1)
    bl_set_pair(number, foreground, background)
    numbers[key] = number
    return number
  }
}
