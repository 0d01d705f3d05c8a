import Glibc
import System

/// Images of pages as terminals can show them: in PNG, whole or cut, made once by an installed converter and kept.
public struct ScanImages: Sendable {
  /// A file in PNG.
  public struct File: Sendable, Equatable {
    /// Its path.
    public var path: String
    /// Its width in pixels.
    public var width: Int
    /// Its height in pixels.
    public var height: Int
  }

  /// A part of an image, in pixels.
  public struct Part: Sendable, Equatable {
    /// The left edge.
    public var column: Int
    /// The upper edge.
    public var row: Int
    /// The width.
    public var columns: Int
    /// The height.
    public var rows: Int

    /// A part from its upper left corner.
    public init(column: Int, row: Int, columns: Int, rows: Int) {
      (self.column, self.row, self.columns, self.rows) = (column, row, columns, rows)
    }
  }

  private let folder: String?

  /// - Parameter environment: it names the folder of caches; without one only PNG is shown.
  public init(environment: (String) -> String?) {
    folder = XDGFolder.cache.path(environment).map { $0 + "/images" }
  }

  /// The image of a page; nil where none is beside it.
  /// - Parameter named: the image's name, as the page's format gives it.
  public static func image(ofPage path: String, named: String?) -> String? {
    ImageFiles.image(ofPage: path, named: named)
  }

  /// An image in PNG: itself, or what the converter makes of it.
  public func png(_ image: String) throws(Problem) -> File {
    if let file = Self.file(image) { return file }
    return try converted(image, named: "whole", by: [])
  }

  /// A part of an image in PNG, as a file of its own.
  public func cut(_ part: Part, of image: String) throws(Problem) -> File {
    let words = "\(part.columns)x\(part.rows)+\(part.column)+\(part.row)"
    return try converted(image, named: words, by: ["-crop", words, "+repage"])
  }

  /// An image in PNG in which parts are framed.
  public func framed(_ parts: [Part], in image: String) throws(Problem) -> File {
    var words = ["-fill", "none", "-stroke", "red", "-strokewidth", "6"]
    var name = "framed"
    for part in parts {
      let (right, bottom) = (part.column + part.columns, part.row + part.rows)
      words += ["-draw", "rectangle \(part.column),\(part.row) \(right),\(bottom)"]
      name += "-\(part.column).\(part.row).\(right).\(bottom)"
    }
    return try converted(image, named: name, by: words)
  }

  // MARK: The converter

  /// ImageMagick 7, ImageMagick 6, GraphicsMagick.
  private static let converters = [["magick"], ["convert"], ["gm", "convert"]]

  /// A file that the converter makes, unless it is kept already.
  private func converted(_ image: String, named name: String, by words: [String]) throws(Problem) -> File {
    guard let folder else { throw Problem(image, "cannot be shown: no folder to keep images in (XDG_CACHE_HOME)") }
    let stamp = try FileStatus(path: image).stamp
    let key = checksum(Array("\(realPath(image) ?? image) \(stamp.size) \(stamp.modified) \(name)".utf8))
    let target = folder + "/" + String(key, radix: 16) + ".png"
    if let kept = Self.file(target) { return kept }
    try makeFolder(folder)
    sweep(folder)
    // A file of several images gives its first.
    let source = image.hasPrefix("/") ? image : "./" + image
    let isFound = Self.converters.contains { converter in
      let run = Programs.output(of: converter + [source + "[0]"] + words + ["png:-"])
      guard run.status == 0, !run.output.isEmpty else { return !run.isMissing }
      _ = try? replaceFile(target, with: run.output)
      return true
    }
    if let made = Self.file(target) { return made }
    throw Problem(
      image, isFound ? "cannot be converted to PNG" : "cannot be shown: no converter is installed (ImageMagick)")
  }

  /// Removes what has not been made anew for a month.
  private func sweep(_ folder: String) {
    for name in (try? entries(ofFolder: folder)) ?? [] {
      guard let status = try? FileStatus(path: folder + "/" + name) else { continue }
      if time(nil) - Int(status.stamp.modified / 1_000_000_000) > 30 * 24 * 3600 { removeFile(folder + "/" + name) }
    }
  }

  /// The size of an image in PNG, by its first chunk; nil for another format.
  private static func file(_ path: String) -> File? {
    let descriptor = openFile(path, O_RDONLY | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard let bytes = try? readPart(descriptor, 0..<24, path: path), bytes.count == 24,
      bytes.starts(with: [0x89, 0x50, 0x4E, 0x47])
    else { return nil }
    func number(_ place: Int) -> Int { bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
    let (width, height) = (number(16), number(20))
    return (1...1 << 20).contains(width) && (1...1 << 20).contains(height)
      ? File(path: path, width: width, height: height) : nil
  }
}
