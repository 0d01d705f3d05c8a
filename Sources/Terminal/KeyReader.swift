import CNcurses
import Glibc
import Screen

/// Source of keys: a terminal, opened for it if need be.
final class KeySource {
  let descriptor: Int32
  private let isOurs: Bool

  /// The terminal at a descriptor, or the controlling one when there is another thing; nil when there is neither.
  init?(_ input: Int32) {
    isOurs = isatty(input) != 1
    descriptor = isOurs ? bl_open_controlling_terminal() : input
    if descriptor < 0 { return nil }
  }

  deinit { if isOurs { close(descriptor) } }
}

/// Reads keys and pastes off a terminal.
final class KeyReader {
  /// Results of a wait.
  enum Waited { case something, timeOver }

  private let source: KeySource
  private var decoder: KeyDecoder
  private var buffer = [UInt8](repeating: 0, count: 4096)
  private var lastByte: Int64 = 0
  /// True if there will be no more: the terminal is gone.
  private(set) var isAtEnd = false

  init(_ source: KeySource) {
    self.source = source
    decoder = KeyDecoder(sequences: terminfoSequences())
  }

  /// The terminal was asked which pictures it shows: what it says is an answer, not keys.
  func awaitPictureReport() { decoder.awaitPictureReport() }

  /// The terminal was asked for the colour of its ground.
  func awaitGround() { decoder.awaitsGround = true }

  /// The modes that the terminal has said to have.
  var modes: Set<Int> { decoder.modes }

  /// The number of modes of which the terminal has said something, or nothing.
  var modeAnswers: Int { decoder.modeAnswers }

  /// Keys that have been read so far.
  func next() -> Event? { decoder.next() }

  /// Waits for bytes or a signal until a time, or until bytes that begin a key are to be taken as they are.
  func wait(until deadline: Int64?) -> Waited {
    let now = bl_milliseconds()
    let endOfInput = decoder.waitingTime.map { lastByte + Int64($0) }
    let end = [deadline, endOfInput].compactMap { $0 }.min()
    let woken = bl_wait(source.descriptor, end.map { Int32(clamping: max(0, $0 - now)) } ?? -1)
    if woken & Int32(BL_INPUT.rawValue) != 0 { read() }
    guard woken == 0 else { return .something }
    let later = bl_milliseconds()
    if let endOfInput, endOfInput <= later { decoder.endInput() }
    return deadline.map { $0 <= later } ?? false ? .timeOver : .something
  }

  private func read() {
    let count = buffer.withUnsafeMutableBytes { bl_read(source.descriptor, $0.baseAddress, $0.count) }
    if count == 0 { isAtEnd = true }
    guard count > 0 else { return }
    lastByte = bl_milliseconds()
    decoder.append(buffer[..<count])
  }
}

/// Sequences that the open screen's terminal sends for its keys, by terminfo. Single bytes are left out: what they
/// mean is settled.
private func terminfoSequences() -> [KeyDecoder.Sequence] {
  let codes: [Key.Code] = [.up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .insert, .delete, .enter, .tab]
  let keys = codes.map { Key($0, $0 == .tab ? .shift : []) } + (1...12).map { Key(.function($0)) }
  return keys.enumerated().compactMap { number, key in
    guard let text = bl_key_sequence(Int32(number)) else { return nil }
    let bytes = Array(UnsafeBufferPointer(start: text, count: strlen(text))).map { UInt8(bitPattern: $0) }
    return bytes.count > 1 ? KeyDecoder.Sequence(bytes: bytes, key: key) : nil
  }
}
