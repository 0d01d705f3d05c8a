import Reader
import Typesetting

/// The width of ambiguous characters in the reader, by `$BAOLAN_AMBIGUOUS`, else as chosen last, and the mistakes in
/// that variable.
func loadAmbiguousWidth(kept: String?) -> (choice: AmbiguousChoice, mistakes: [String]) {
  let kept = kept.flatMap(AmbiguousChoice.init) ?? .auto
  guard let name = environment("BAOLAN_AMBIGUOUS"), !name.isEmpty else { return (kept, []) }
  if let choice = AmbiguousChoice(rawValue: name) { return (choice, []) }
  let names = AmbiguousChoice.allCases.map(\.rawValue).joined(separator: ", ")
  return (kept, ["$BAOLAN_AMBIGUOUS: no width \"\(name)\"; there are: \(names)"])
}

extension Invocation {
  /// The composition of `show`, by its options. In a pipe there is no terminal to ask for the width of ambiguous
  /// characters.
  func composition() -> Composition {
    let told = environment("BAOLAN_AMBIGUOUS").flatMap(AmbiguousWidth.init)
    return Composition(
      level: choice(.level) ?? .basic, justification: choice(.justify) ?? .ragged,
      ambiguous: choice(.ambiguous) ?? told ?? .narrow)
  }
}
