import Synchronization

/// Messages from threads to the run loop, which is woken for each and takes them out all at once.
final class Mailbox<Message: Sendable>: Sendable {
  private let messages = Mutex<[Message]>([])
  private let wake: @Sendable () -> Void

  /// - Parameter wake: wakes the run loop; may be called from any thread.
  init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

  /// Adds a message.
  func post(_ message: Message) {
    messages.withLock { $0.append(message) }
    wake()
  }

  /// Removes all messages.
  /// - Returns: the messages in their order.
  func removeAll() -> [Message] {
    messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}
