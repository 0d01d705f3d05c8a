import Glibc
import PageFormats
import System

/// Files of images.
package enum ImageFiles {
  /// The endings of formats that scanners and archives use, in small letters.
  private static let endings = [
    ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".jp2", ".webp", ".bmp", ".pgm", ".ppm", ".pbm", ".pnm",
  ]

  /// True if a file's name is that of an image.
  package static func isImage(_ name: String) -> Bool {
    let name = name.lowercased()
    return endings.contains { name.hasSuffix($0) }
  }

  /// The image that a page was read from: the one that its file names, else one of the same name; beside the page, in
  /// a folder beside or below it, or where the file says. Nil where there is none.
  /// - Parameters:
  ///   - path: the page's file.
  ///   - named: the image's name, as the page's format gives it.
  package static func image(ofPage path: String, named: String?) -> String? {
    let file = FoundFile(path: plainPath(path))
    let named = named.map { $0.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? $0 }
    let base = PageForms.baseName(file.name)
    let parent = FoundFile(path: file.folder).folder
    let folders = [file.folder] + [file.folder, parent].filter { !$0.isEmpty }.flatMap(subfolders)
    for folder in folders {
      let names = imageNames(in: folder)
      if let named, names.contains(named) { return folder + "/" + named }
      // The name that a file gives is often that of the master copy, in another format.
      let wanted = [named.map(PageForms.baseName), base].compactMap { $0 }
      if let same = wanted.lazy.compactMap({ wanted in names.first { PageForms.baseName($0) == wanted } }).first {
        return folder + "/" + same
      }
    }
    return nil
  }

  /// Folders that archives put images into.
  private static let imageFolders: Set<String> = [
    "image", "images", "img", "jpg", "jpeg", "png", "tif", "tiff", "scans",
  ]

  private static func subfolders(of folder: String) -> [String] {
    let names = (try? entries(ofFolder: folder) { _ in false }) ?? []
    return names.filter { imageFolders.contains($0.lowercased()) }.map { folder + "/" + $0 }
  }

  private static func imageNames(in folder: String) -> [String] {
    ((try? entries(ofFolder: folder)) ?? []).filter(isImage)
  }
}
