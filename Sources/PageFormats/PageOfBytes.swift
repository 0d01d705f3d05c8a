import Newspaper
import System

extension Page {
  /// A page that a file of these bytes would be; for programs that make pages themselves.
  /// - Parameters:
  ///   - file: what the file says.
  ///   - encoding: how it is encoded; nil tells it by the content.
  /// - Throws: why it is no page of text.
  public init(number: Int = 1, path: String, file: [UInt8], encoding: PageEncoding? = nil) throws(Problem) {
    let decoded = try decodePage(file, path: path, encoding: encoding)
    self.init(number: number, path: path, encoding: decoded.encoding.rawValue, text: decoded.text)
  }
}
