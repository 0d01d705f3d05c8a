import CSystem
import Glibc

/// Memory for the sums of a model's weights over groups of templates: each is added up once it is asked for.
final class TemplateSums: @unchecked Sendable {
  /// The groups and their sums as `bl_sum_features` reads them.
  let table: bl_feature_table
  private let groups: UnsafeMutableBufferPointer<bl_template_group>
  private let templates: UnsafeMutableBufferPointer<bl_template>
  /// Zeros at first, and their length in bytes.
  private let memory: (start: UnsafeMutableRawPointer, length: Int)
  /// More bytes are mapped: of these only what is written takes up room.
  private static let mostAllocated = 4096

  /// - Parameters:
  ///   - groups: of some of the templates.
  ///   - sides: of the vectors that each feature has, those that are added up.
  ///   - allSides: the number of vectors that each feature has.
  init(_ groups: [TemplateGroup], of templates: [bl_template], sides: Range<Int> = 0..<1, allSides: Int = 1) {
    let length = sides.count * Int(BL_SUM_LENGTH)
    memory = Self.zeros(groups.reduce(0) { $0 + $1.parts.count } * length)
    var next = memory.start
    self.groups = .allocate(capacity: groups.count)
    self.templates = .allocate(capacity: groups.reduce(0) { $0 + $1.templates.count })
    var first = 0
    for (index, group) in groups.enumerated() {
      for template in group.templates.indices {
        self.templates.initializeElement(at: first + template, to: templates[group.templates[template]])
      }
      self.groups.initializeElement(
        at: index,
        to: bl_template_group(
          key: group.parts.template(first: 0), first_template: UInt32(first),
          template_count: UInt32(group.templates.count), sums: next))
      first += group.templates.count
      next += length * group.parts.count
    }
    table = bl_feature_table(
      groups: self.groups.baseAddress, group_count: groups.count, templates: self.templates.baseAddress,
      side_count: UInt32(sides.count), first_side: UInt32(sides.lowerBound), all_sides: UInt32(allSides))
  }

  /// Memory for sums, of which each is on one line of the processor's.
  private static func zeros(_ length: Int) -> (start: UnsafeMutableRawPointer, length: Int) {
    if length > mostAllocated {
      let start = mmap(nil, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
      guard let start, start != MAP_FAILED else { fatalError("no memory is left") }
      return (start, length)
    }
    let start = UnsafeMutableRawPointer.allocate(byteCount: length, alignment: Int(BL_SUM_LENGTH))
    start.initializeMemory(as: UInt8.self, repeating: 0, count: length)
    return (start, length)
  }

  deinit {
    if memory.length > Self.mostAllocated { munmap(memory.start, memory.length) } else { memory.start.deallocate() }
    groups.deallocate()
    templates.deallocate()
  }
}
