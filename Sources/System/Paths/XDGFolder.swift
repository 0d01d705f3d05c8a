/// A folder of this program's own below a base folder of the XDG Base Directory Specification.
package enum XDGFolder: String {
  case configuration = "CONFIG"
  case state = "STATE"
  case cache = "CACHE"

  /// Where it is, be it there or not; nil where the environment does not say. As the specification has it, a relative
  /// path is no path; so it is with `HOME`, which would mean another folder wherever the program is started.
  package func path(_ environment: (String) -> String?) -> String? {
    let base = absolute(environment("XDG_\(rawValue)_HOME")) ?? homeFolder(environment).map { $0 + fallback }
    return base.map { $0 + "/baolan" }
  }

  private var fallback: String {
    switch self {
    case .configuration: "/.config"
    case .state: "/.local/state"
    case .cache: "/.cache"
    }
  }
}

/// A person's home folder; nil where the environment does not say.
package func homeFolder(_ environment: (String) -> String?) -> String? { absolute(environment("HOME")) }

private func absolute(_ path: String?) -> String? { path.flatMap { $0.hasPrefix("/") ? $0 : nil } }
