/// A file's bytes without the packing that archives put around pages, by programs that systems have.
///
/// Packed by gzip or bzip2, or a page by itself in a ZIP archive, as the first bytes say; everything else is given back
/// as it is.
/// - Parameters:
///   - bytes: the file's.
///   - path: the file, which is read again.
/// - Returns: the bytes, and what is wrong where the file breaks off within.
package func unpacked(_ bytes: [UInt8], path: String) throws(Problem) -> (bytes: [UInt8], problem: Problem?) {
  guard let command = unpackingCommand(bytes) else { return (bytes, nil) }
  let program = command[0]
  guard path != standardInputPath else {
    let command = command.joined(separator: " ")
    throw Problem(path, "is packed; unpack it on the way: `\(command) | baolan show -`")
  }
  if program == "funzip", entries(bytes) != 1 {
    throw Problem(path, "is an archive of several files; unpack it into a folder and open that")
  }
  let name = plainPath(path)
  let run = Programs.output(of: command + [name.hasPrefix("-") ? "./" + name : name], atMost: largestUnpacked)
  if run.isCutShort { throw Problem(path, "is larger than 64 MiB when it is unpacked; left out") }
  if run.output.isEmpty {
    throw Problem(
      path, run.isMissing ? "is packed, and `\(program)` is not installed here" : "`\(program)` cannot unpack it")
  }
  let problem = run.status == 0 ? nil : Problem(path, "breaks off (`\(program)`); what is there was read")
  return (run.output, problem)
}

/// The program that unpacks some bytes to its standard output, with its options; nil for bytes that are not packed.
private func unpackingCommand(_ bytes: [UInt8]) -> [String]? {
  if bytes.starts(with: [0x1F, 0x8B]) { return ["gzip", "-dc"] }
  if bytes.starts(with: [0x50, 0x4B, 3, 4]) { return ["funzip"] }
  return bytes.starts(with: "BZh".utf8) && bytes.count > 3 && (0x31...0x39).contains(bytes[3]) ? ["bzip2", "-dc"] : nil
}

/// The number of files in a ZIP archive, as the record at its end says; 1 where that is cut off.
private func entries(_ bytes: [UInt8]) -> Int {
  let tail = bytes.suffix(1 << 16)
  let place = tail.indices.dropLast(21).last { tail[$0...].starts(with: [0x50, 0x4B, 5, 6]) }
  return place.map { Int(tail[$0 + 10]) | Int(tail[$0 + 11]) << 8 } ?? 1
}

/// Bytes of a page when it is unpacked; a file that would be more is none.
private let largestUnpacked = 64 << 20
