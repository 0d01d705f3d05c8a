import Reader
import Typesetting

/// How wide ambiguous characters are to be taken in the reader, as `$BAOLAN_AMBIGUOUS` says, else as was chosen last,
/// and what is wrong with that.
func ambiguousInForce(kept: String?) -> (choice: AmbiguousChoice, mistakes: [String]) {
  let kept = kept.flatMap(AmbiguousChoice.init) ?? .auto
  guard let name = environment("BAOLAN_AMBIGUOUS"), !name.isEmpty else { return (kept, []) }
  if let choice = AmbiguousChoice(rawValue: name) { return (choice, []) }
  let names = AmbiguousChoice.allCases.map(\.rawValue).joined(separator: ", ")
  return (kept, ["$BAOLAN_AMBIGUOUS: no width \"\(name)\"; there are: \(names)"])
}

extension Invocation {
  /// How `show` composes text: as its options say. In a pipe nobody can be asked how wide ambiguous characters are.
  func composition() -> Composition {
    let told = environment("BAOLAN_AMBIGUOUS").flatMap(AmbiguousWidth.init)
    return Composition(
      level: self["--level"].flatMap(LineBreakLevel.init) ?? .basic,
      justification: self["--justify"].flatMap(LineSetting.Justification.init) ?? .ragged,
      ambiguous: self["--ambiguous"].flatMap(AmbiguousWidth.init) ?? told ?? .narrow)
  }
}
