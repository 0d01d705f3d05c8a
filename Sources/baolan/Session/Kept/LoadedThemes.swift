import Library
import Newspaper
import Reader
import Resources
import State
import System

/// The themes that can be chosen, the name of the theme in use, and the mistakes in it, a line each.
///
/// The theme in use is the one that `$BAOLAN_THEME` names, else the one chosen last, else a person's own, else the
/// standard one.
func loadThemes(kept: String?) -> (catalog: ThemeCatalog, name: String, mistakes: [String]) {
  var files = builtInThemes
  var mistakes: [String] = []
  var name = ThemeCatalog.standardName
  do throws(Problem) {
    if let own = try Configuration(environment: environment).theme() {
      files.append((ownThemeName, own.text, own.path))
      name = ownThemeName
    }
  } catch {
    mistakes.append(error.description)
  }
  let catalog = ThemeCatalog(files)
  if let kept, catalog.names.contains(kept) { name = kept }
  if let wanted = environment("BAOLAN_THEME"), !wanted.isEmpty {
    if catalog.names.contains(wanted) {
      name = wanted
    } else {
      mistakes.append("$BAOLAN_THEME: no theme \"\(wanted)\"; there are: " + catalog.names.joined(separator: ", "))
    }
  }
  let chosen = catalog.theme(named: name)
  return (catalog, name, mistakes + (chosen?.problems ?? []).map { $0.words(in: language) })
}

/// The name of a person's own theme in `:theme`.
private let ownThemeName = "own"

var builtInThemes: [(name: String, text: String, path: String)] {
  (0..<bl_theme_count).map { index in
    let bytes = UnsafeBufferPointer(start: bl_theme_text(index), count: bl_theme_length(index))
    let name = String(cString: bl_theme_name(index))
    return (name, String(decoding: bytes, as: UTF8.self), "the theme " + name)
  }
}
