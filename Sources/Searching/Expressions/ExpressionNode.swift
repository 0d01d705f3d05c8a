/// The syntax tree of a regular expression.
indirect enum ExpressionNode: Sendable, Equatable {
  case empty
  case one(CharacterTest)
  case assertion(Assertion)
  case sequence([ExpressionNode])
  case choice([ExpressionNode])
  /// - Parameter most: nil for any number.
  case repeated(ExpressionNode, least: Int, most: Int?, isLazy: Bool)
}

/// A condition on a place between two characters. The raw value is its bit in `Assertion.marks`.
enum Assertion: UInt8, Sendable {
  case textStart = 1
  case textEnd = 2
  case lineStart = 4
  case lineEnd = 8
  case wordBoundary = 16
  case noWordBoundary = 32
}

extension ExpressionNode {
  /// The longest text that every match contains; empty where none is certain.
  var certainText: String { certain.max { $0.utf8.count < $1.utf8.count } ?? "" }

  /// The longest run of hanzi in what every match contains; empty where none is certain.
  var certainHanzi: String {
    let runs = certain.flatMap { $0.unicodeScalars.split { !(0x4E00...0x9FFF).contains($0.value) } }
    return runs.max { $0.count < $1.count }.map { String($0) } ?? ""
  }

  private var certain: [String] {
    switch self {
    case .one(.literal(let character)): return [String(character)]
    case .repeated(let node, let least, _, _): return least > 0 ? node.certain : []
    case .sequence(let nodes):
      var texts: [String] = []
      var run = ""
      for node in nodes {
        if case .one(.literal(let character)) = node {
          run.append(character)
        } else {
          texts += [run] + node.certain
          run = ""
        }
      }
      return texts + [run]
    default: return []
    }
  }
}
