import Synchronization

/// Where threads leave letters for the run loop, which is woken for each and takes them out all at once.
final class Mailbox<Letter: Sendable>: Sendable {
  private let letters = Mutex<[Letter]>([])
  private let wake: @Sendable () -> Void

  /// - Parameter wake: tells the run loop that there is something; may be called from any thread.
  init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

  /// Leaves a letter.
  func post(_ letter: Letter) {
    letters.withLock { $0.append(letter) }
    wake()
  }

  /// What has been left since the last time, in its order.
  func take() -> [Letter] {
    letters.withLock { letters in
      defer { letters = [] }
      return letters
    }
  }
}
