import CSystem
import Glibc

/// Constant bytes at a constant address: a file mapped into memory, or a copy of an array.
///
/// A mapped file may be replaced by another of its name, but is never written to: catalogues are put in place by
/// renaming. Where somebody truncates it, or the disk fails, it reads as zeros.
package final class FixedBytes: @unchecked Sendable {
  /// All bytes, which are there as long as this object.
  package let bytes: UnsafeRawBufferPointer
  private let isMapped: Bool
  /// The number of the mapping's guard.
  private let guardNumber: Int32

  /// The alignment of tables that are used in place, in bytes.
  package static let alignment = 64

  /// Maps a whole file. Nil where it is no regular file, is empty, or the system does not map it.
  package convenience init?(mapping path: String) {
    let descriptor = openFile(path, O_RDONLY | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    self.init(mapping: descriptor)
  }

  /// Maps the file of a descriptor, which may be closed afterwards.
  package init?(mapping descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else { return nil }
    let length = Int(status.st_size)
    guard let start = mmap(nil, length, PROT_READ, MAP_SHARED, descriptor, 0), start != MAP_FAILED else { return nil }
    bytes = UnsafeRawBufferPointer(start: start, count: length)
    isMapped = true
    guardNumber = bl_guard_mapping(start, length)
  }

  /// Copies an array.
  package init(_ array: [UInt8]) {
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: array.count, alignment: Self.alignment)
    array.withUnsafeBytes { room.copyMemory(from: $0) }
    bytes = UnsafeRawBufferPointer(room)
    isMapped = false
    guardNumber = -1
  }

  deinit {
    if isMapped {
      bl_forget_mapping(guardNumber)
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      bytes.deallocate()
    }
  }

  /// True if a part could not be read, and has zeros instead.
  package var isTorn: Bool { bl_mapping_is_torn(guardNumber) != 0 }

  /// Evicts a mapped part from this process's memory until it is used again.
  package func evict(_ place: BlobPlace) {
    guard isMapped, let part = part(place), let start = part.baseAddress else { return }
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let first = (Int(bitPattern: start) + page - 1) / page * page
    let length = Int(bitPattern: start) + part.count - first
    if length > 0 { madvise(UnsafeMutableRawPointer(bitPattern: first), length, MADV_DONTNEED) }
  }

  /// A part of them; nil if they do not reach that far.
  package func part(_ place: BlobPlace) -> UnsafeRawBufferPointer? {
    guard let start = Int(exactly: place.offset), let length = Int(exactly: place.length), start <= bytes.count,
      length <= bytes.count - start
    else { return nil }
    return UnsafeRawBufferPointer(rebasing: bytes[start..<start + length])
  }
}

/// The place of a range of bytes in a catalogue, and their checksum.
package struct BlobPlace: BitwiseCopyable, Equatable {
  /// From the start of the file, in bytes.
  package var offset: UInt64
  /// The number of bytes.
  package var length: UInt64
  /// The checksum that the bytes had when they were written.
  package var checksum: UInt64

  /// A place by its parts.
  package init(offset: UInt64, length: UInt64, checksum: UInt64) {
    (self.offset, self.length, self.checksum) = (offset, length, checksum)
  }
}
