/// A part of a file that is too large for a page. It is read as a page of its own, and its lines keep the numbers that
/// they have in the file.
///
/// Within the program a part has a path of its own: the file's path, a private character and the fields of this type.
/// Calls of the system get the path of the file.
package struct FilePart: Sendable, Equatable {
  /// Its place among the parts of the file, from 1.
  package var number: Int
  /// The number of parts that the file is divided into.
  package var count: Int
  /// Its bytes in the file.
  package var bytes: Range<Int>
  /// The number of its first line in the file, from 1.
  package var firstLine: Int
  /// The name of the whole file's encoding; nil if each part says by its content.
  package var encodingName: String?
  /// The modification time of the file when it was divided, in nanoseconds since 1970.
  package var modified: Int64

  /// Files of more bytes are divided: 200 printed pages. A larger page would keep a person waiting.
  package static let largestWhole = 4 << 20

  /// Separates the path of a file from the fields of its part.
  private static let sign: Unicode.Scalar = "\u{10FD00}"

  /// The path of the part of a file.
  package func path(of file: String) -> String {
    let numbers = [number, count, bytes.lowerBound, bytes.upperBound, firstLine, Int(modified)]
    return file + String(Self.sign) + (numbers.map { String($0) } + [encodingName ?? ""]).joined(separator: ",")
  }

  /// The part that a path names; nil for the path of a whole file.
  package init?(path: String) {
    guard let place = Self.signPlace(in: path) else { return nil }
    let words = path[place...].dropFirst().split(separator: ",", omittingEmptySubsequences: false)
    let numbers = words.dropLast().compactMap { Int($0) }
    guard words.count == 7, numbers.count == 6, numbers[2] <= numbers[3] else { return nil }
    (number, count, bytes) = (numbers[0], numbers[1], numbers[2]..<numbers[3])
    (firstLine, modified) = (numbers[4], Int64(numbers[5]))
    encodingName = words[6].isEmpty ? nil : String(words[6])
  }

  /// A part by its fields.
  package init(number: Int, count: Int, bytes: Range<Int>, firstLine: Int, encodingName: String?, modified: Int64) {
    (self.number, self.count, self.bytes) = (number, count, bytes)
    (self.firstLine, self.encodingName, self.modified) = (firstLine, encodingName, modified)
  }

  /// The suffix of the part's name: `.part03`.
  package var ending: String {
    let digits = String(number)
    return ".part" + String(repeating: "0", count: max(0, String(count).count - digits.count)) + digits
  }

  fileprivate static func signPlace(in path: String) -> String.Index? {
    path.utf8.contains(0xF4) ? path.unicodeScalars.firstIndex(of: sign) : nil
  }
}

/// The path of the file that a path names, or of which it names a part.
package func plainPath(_ path: String) -> String { FilePart.signPlace(in: path).map { String(path[..<$0]) } ?? path }
