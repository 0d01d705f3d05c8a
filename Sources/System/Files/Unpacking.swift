/// A file's bytes without the packing that archives put around pages, by programs that every system has.
///
/// Packed by gzip or bzip2, as the first bytes say; everything else is given back as it is.
/// - Parameters:
///   - bytes: the file's.
///   - path: the file, which is read again.
/// - Returns: the bytes, and what is wrong where the file breaks off within.
package func unpacked(_ bytes: [UInt8], path: String) throws(Problem) -> (bytes: [UInt8], problem: Problem?) {
  guard let program = packingProgram(bytes) else { return (bytes, nil) }
  guard path != standardInputPath else {
    throw Problem(path, "is packed; unpack it on the way: `\(program) -dc | baolan show -`")
  }
  let run = Programs.output(of: [program, "-dc", "--", plainPath(path)], atMost: largestUnpacked)
  if run.isCutShort { throw Problem(path, "is larger than 64 MiB when it is unpacked; left out") }
  if run.output.isEmpty {
    throw Problem(
      path, run.isMissing ? "is packed, and `\(program)` is not installed here" : "`\(program)` cannot unpack it")
  }
  let problem = run.status == 0 ? nil : Problem(path, "breaks off (`\(program)`); what is there was read")
  return (run.output, problem)
}

/// The program that packed some bytes; nil for none that is known.
private func packingProgram(_ bytes: [UInt8]) -> String? {
  if bytes.starts(with: [0x1F, 0x8B]) { return "gzip" }
  return bytes.starts(with: "BZh".utf8) && bytes.count > 3 && (0x31...0x39).contains(bytes[3]) ? "bzip2" : nil
}

/// Bytes of a page when it is unpacked; a file that would be more is none.
private let largestUnpacked = 64 << 20
