/// A value of a JSON text (RFC 8259) and the line that it starts in.
///
/// Foundation's reader names no line of a fault, keeps no order of names and no digits of a number. Files that people
/// write, and files that several versions of the program share, need all three.
package struct JSONTree: Sendable, Equatable {
  /// The kinds of values.
  package enum Value: Sendable, Equatable {
    case object([Member])
    case array([JSONTree])
    case string(String)
    /// The digits as they are written.
    case number(String)
    case bool(Bool)
    case null
  }

  /// A name and its value.
  package struct Member: Sendable, Equatable {
    /// The name, without its quotes and escapes.
    package var name: String
    /// The line of the name; 0 for a member that was not read from a text.
    package var line: Int
    /// The value that the name has.
    package var value: JSONTree

    /// A member of an object.
    package init(name: String, line: Int = 0, value: JSONTree) {
      (self.name, self.line, self.value) = (name, line, value)
    }
  }

  /// The line of the value, from 1; 0 for a value that was not read from a text.
  package var line: Int
  /// The value itself, without its place.
  package var value: Value

  /// A value.
  package init(line: Int = 0, value: Value) { (self.line, self.value) = (line, value) }

  /// An object that was not read from a text.
  package static func object(_ members: [Member]) -> JSONTree { JSONTree(value: .object(members)) }
  /// An array that was not read from a text.
  package static func array(_ elements: [JSONTree]) -> JSONTree { JSONTree(value: .array(elements)) }
  /// A string that was not read from a text.
  package static func string(_ text: String) -> JSONTree { JSONTree(value: .string(text)) }
  /// A number that was not read from a text, by its digits.
  package static func number(_ digits: String) -> JSONTree { JSONTree(value: .number(digits)) }
  /// A truth value that was not read from a text.
  package static func bool(_ value: Bool) -> JSONTree { JSONTree(value: .bool(value)) }

  /// The members of an object; none for other values.
  package var members: [Member] { if case .object(let members) = value { members } else { [] } }
  /// The elements of an array; none for other values.
  package var elements: [JSONTree] { if case .array(let elements) = value { elements } else { [] } }
  /// The text of a string; nil for other values.
  package var string: String? { if case .string(let text) = value { text } else { nil } }
  /// The member of an object that has a name; nil if there is none.
  package subscript(name: String) -> JSONTree? { members.first { $0.name == name }?.value }
}
