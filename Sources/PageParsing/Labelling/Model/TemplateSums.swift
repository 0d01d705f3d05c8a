import CSystem
import Glibc

/// Memory for the sums of a model's weights over groups of templates: each is added up once it is asked for.
final class TemplateSums: @unchecked Sendable {
  /// The groups and their sums as `bl_sum_features` reads them.
  let table: bl_feature_table
  private let groups: UnsafeMutableBufferPointer<bl_template_group>
  private let templates: UnsafeMutableBufferPointer<bl_template>
  private let numbers: UnsafeMutableBufferPointer<UInt16>
  private let count: UnsafeMutablePointer<UInt32>
  private let sums: (start: UnsafeMutableRawPointer, length: Int)

  /// Sums of one side that are kept at most: of the built-in model a page asks for some hundred, and a library for some
  /// ten thousand.
  private static let mostSums = 1 << 15
  /// More bytes are mapped: of these only what is written takes up room.
  private static let mostAllocated = 4096

  /// - Parameters:
  ///   - groups: of some of the templates.
  ///   - sides: of the vectors that each feature has, those that are added up.
  ///   - allSides: the number of vectors that each feature has.
  init(_ groups: [TemplateGroup], of templates: [bl_template], sides: Range<Int> = 0..<1, allSides: Int = 1) {
    self.groups = .allocate(capacity: groups.count)
    self.templates = .allocate(capacity: groups.reduce(0) { $0 + $1.templates.count })
    var (first, combinations) = (0, 0)
    for (index, group) in groups.enumerated() {
      for template in group.templates.indices {
        self.templates.initializeElement(at: first + template, to: templates[group.templates[template]])
      }
      self.groups.initializeElement(
        at: index,
        to: bl_template_group(
          key: group.parts.template(first: combinations), first_template: UInt32(first),
          template_count: UInt32(group.templates.count)))
      first += group.templates.count
      combinations += group.parts.count
    }
    numbers = .allocate(capacity: combinations)
    numbers.initialize(repeating: 0)
    count = .allocate(capacity: 1)
    count.initialize(to: 0)
    let wanted = min(combinations, Self.mostSums / sides.count)
    let mapped = Self.memory(wanted * sides.count * Int(BL_SUM_LENGTH))
    // Without memory for them none is kept, and all are added up each time.
    let most = mapped == nil ? 0 : wanted
    sums = mapped ?? (.allocate(byteCount: 1, alignment: 1), 1)
    table = bl_feature_table(
      groups: self.groups.baseAddress, group_count: groups.count, templates: self.templates.baseAddress,
      numbers: numbers.baseAddress, sums: sums.start.assumingMemoryBound(to: UInt8.self), sum_count: count,
      most_sums: UInt32(most), side_count: UInt32(sides.count), first_side: UInt32(sides.lowerBound),
      all_sides: UInt32(allSides))
  }

  /// Memory for sums, of which each is on one line of the processor's; nil where none is left.
  private static func memory(_ length: Int) -> (start: UnsafeMutableRawPointer, length: Int)? {
    guard length > mostAllocated else { return (.allocate(byteCount: length, alignment: Int(BL_SUM_LENGTH)), length) }
    let start = mmap(nil, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    return start.flatMap { $0 == MAP_FAILED ? nil : ($0, length) }
  }

  deinit {
    if sums.length > Self.mostAllocated { munmap(sums.start, sums.length) } else { sums.start.deallocate() }
    groups.deallocate()
    templates.deallocate()
    numbers.deallocate()
    count.deallocate()
  }
}
