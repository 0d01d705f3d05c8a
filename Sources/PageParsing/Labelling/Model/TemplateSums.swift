import CSystem
import Glibc

/// Memory for the sums of a model's weights over groups of templates: each is added up once it is asked for.
final class TemplateSums: @unchecked Sendable {
  /// The groups and their sums as `bl_sum_features` reads them.
  let table: bl_feature_table
  private let groups: UnsafeMutableBufferPointer<bl_template_group>
  private let templates: UnsafeMutableBufferPointer<bl_template>
  /// Memory of the library that is zero, and of which only what is written takes up room.
  private let memory: UnsafeMutableRawPointer?

  /// - Parameters:
  ///   - groups: of some of the templates.
  ///   - sides: of the vectors that each feature has, those that are added up.
  ///   - allSides: the number of vectors that each feature has.
  init(_ groups: [TemplateGroup], of templates: [bl_template], sides: Range<Int> = 0..<1, allSides: Int = 1) {
    let length = sides.count * Int(BL_SUM_LENGTH)
    memory = calloc(groups.reduce(1) { $0 + $1.parts.count }, length)
    // A sum is on one line of the processor's memory.
    guard var next = memory?.alignedUp(toMultipleOf: Int(BL_SUM_LENGTH)) else { fatalError("no memory is left") }
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

  deinit {
    free(memory)
    groups.deallocate()
    templates.deallocate()
  }
}
