/// A value of JSON that is being written down by an `Encodable`. Foundation's encoder does the same, but a program that
/// links it starts a millisecond later, whether it writes JSON or not.
final class JSONNode {
  /// What a node is.
  enum Content {
    case null
    /// True, false or a number, as JSON writes it.
    case literal(String)
    case text(String)
    case array([JSONNode])
    case object([(name: String, value: JSONNode)])
  }

  private(set) var content = Content.null

  /// Takes in a value, as it encodes itself.
  func take(_ value: some Encodable) throws {
    switch value {
    case let text as String: content = .text(text)
    case let isTrue as Bool: content = .literal(isTrue ? "true" : "false")
    case let number as any BinaryInteger: content = .literal(String(describing: number))
    case let number as Double:
      guard number.isFinite else {
        throw EncodingError.invalidValue(number, .init(codingPath: [], debugDescription: ""))
      }
      let digits = number.description
      content = .literal(digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits)
    default: try value.encode(to: JSONNodeEncoder(node: self))
    }
  }

  fileprivate func becomeArray() { if case .array = content {} else { content = .array([]) } }

  fileprivate func becomeObject() { if case .object = content {} else { content = .object([]) } }

  fileprivate var count: Int { if case .array(let elements) = content { elements.count } else { 0 } }

  fileprivate func element() -> JSONNode {
    guard case .array(var elements) = content else { return self }
    content = .null
    elements.append(JSONNode())
    content = .array(elements)
    return elements[elements.count - 1]
  }

  /// What was encoded for a name before is forgotten.
  fileprivate func member(_ name: String) -> JSONNode {
    guard case .object(var members) = content else { return self }
    let node = JSONNode()
    members.removeAll { $0.name == name }
    members.append((name, node))
    content = .object(members)
    return node
  }
}

private struct JSONNodeEncoder: Encoder {
  let node: JSONNode
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    node.becomeObject()
    return KeyedEncodingContainer(JSONMembers<Key>(node: node))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    node.becomeArray()
    return JSONElements(node: node)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { JSONSingleValue(node: node) }
}

private struct JSONMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let node: JSONNode
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) { _ = node.member(key.stringValue) }

  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws { try node.member(key.stringValue).take(value) }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> { encoder(key.stringValue).container(keyedBy: type) }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    encoder(key.stringValue).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { encoder("super") }

  func superEncoder(forKey key: Key) -> any Encoder { encoder(key.stringValue) }

  private func encoder(_ name: String) -> JSONNodeEncoder { JSONNodeEncoder(node: node.member(name)) }
}

private struct JSONElements: UnkeyedEncodingContainer {
  let node: JSONNode
  var codingPath: [any CodingKey] { [] }
  var count: Int { node.count }

  func encodeNil() { _ = node.element() }

  func encode(_ value: some Encodable) throws { try node.element().take(value) }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
    JSONNodeEncoder(node: node.element()).container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    JSONNodeEncoder(node: node.element()).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { JSONNodeEncoder(node: node.element()) }
}

private struct JSONSingleValue: SingleValueEncodingContainer {
  let node: JSONNode
  var codingPath: [any CodingKey] { [] }

  func encodeNil() {}

  func encode(_ value: some Encodable) throws { try node.take(value) }
}
