import PageFormats
import System

/// The images in a folder, with all that is in it, of which there is no text yet.
public struct UnreadImages: Sendable {
  /// An image, and the file that its text goes into.
  public struct Image: Sendable {
    /// The path of the image.
    public var path: String
    /// The path of the text without its ending, which the engine's format gives.
    public var target: String
  }

  /// In the order of their names.
  public private(set) var images: [Image] = []
  /// The number of images that have text.
  public private(set) var readCount = 0
  /// The folders and files that could not be read.
  public private(set) var problems: [Problem] = []

  private let root: String
  private let into: String?
  private var targets: Set<String> = []
  private static let deepest = 32

  /// Walks through a folder.
  /// - Parameter into: the folder that texts go into, in folders of the same names; nil for beside the images.
  public init(folder: String, into: String?) {
    root = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    self.into = into
    visit(root, below: "", depth: 0)
  }

  private mutating func visit(_ folder: String, below: String, depth: Int) {
    guard depth < Self.deepest else { return }
    do throws(Problem) {
      let names = try entries(ofFolder: folder)
      let texts = names + ((into.flatMap { try? entries(ofFolder: $0 + below) }) ?? [])
      let read = Set(texts.filter { $0.withCString(PageFormat.hasExtension) }.map(PageForms.baseName))
      for name in names {
        let path = folder + "/" + name
        if (try? FileStatus(path: path).kind) == .folder {
          visit(path, below: below + "/" + name, depth: depth + 1)
        } else if ImageFiles.isImage(name) {
          add(path, target: (into.map { $0 + below } ?? folder) + "/" + PageForms.baseName(name), isRead: read)
        }
      }
    } catch {
      problems.append(error)
    }
  }

  /// Two forms of one image are one page.
  private mutating func add(_ path: String, target: String, isRead: Set<String>) {
    if isRead.contains(PageForms.baseName(FoundFile(path: path).name)) {
      readCount += 1
    } else if targets.insert(target).inserted {
      images.append(Image(path: path, target: target))
    }
  }
}
