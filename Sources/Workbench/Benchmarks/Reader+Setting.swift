import Newspaper
import Reader
import Screen

// A reader with nothing around it, for which what takes long is done at once.
extension Reader {
  /// Takes an event.
  mutating func take(_ event: Event) { set(handle(event)) }

  /// Takes an issue that it has asked for.
  mutating func receive(andSet issue: Issue) { set(receive(issue)) }

  private mutating func set(_ effects: [Effect]) {
    for effect in effects {
      if case .set(let setting) = effect { set(receive(setting.set())) }
    }
  }
}
