import Newspaper
import Reader
import Screen

// A reader with nothing around it that has long articles set at once.
extension Reader {
  /// Takes an event.
  mutating func take(_ event: Event) { set(handle(event)) }

  /// Takes an issue that it has asked for.
  mutating func receive(andSet issue: Issue) { set(receive(issue)) }

  private mutating func set(_ effects: [Effect]) {
    for case .set(let setting) in effects { set(receive(setting.set())) }
  }
}
