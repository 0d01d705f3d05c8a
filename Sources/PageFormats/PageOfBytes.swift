import Newspaper
import System

extension Page {
  /// The page of a file with these bytes, for programs that make pages themselves.
  /// - Parameters:
  ///   - file: the content of the file.
  ///   - encoding: the encoding; nil guesses it by the content.
  /// - Throws: the problem of a file that is no page of text.
  public init(number: Int = 1, path: String, file: [UInt8], encoding: PageEncoding? = nil) throws(Problem) {
    let decoded = try decodePage(file, path: path, encoding: encoding)
    self.init(number: number, path: path, encoding: decoded.encoding.rawValue, text: decoded.text)
  }
}
