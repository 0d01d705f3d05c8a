/// A folder of this program below a base folder of the XDG Base Directory Specification.
package enum XDGFolder: String {
  case configuration = "CONFIG"
  case state = "STATE"
  case cache = "CACHE"

  /// The path, existing or not; nil if the environment names none. A relative path counts as none, by the
  /// specification; so does a relative `HOME`, which would be another folder in each working directory.
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

/// A person's home folder; nil if the environment names none.
package func homeFolder(_ environment: (String) -> String?) -> String? { absolute(environment("HOME")) }

private func absolute(_ path: String?) -> String? { path.flatMap { $0.utf8.first == UInt8(ascii: "/") ? $0 : nil } }
