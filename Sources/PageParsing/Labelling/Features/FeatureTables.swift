import CSystem

/// Templates made ready to be read for the many lines of a page.
struct FeatureTables: Sendable {
  /// The templates in their order.
  private(set) var templates: [bl_template]
  /// Those that depend on no property of the page, and those that do, in groups.
  let fixed: [TemplateGroup]
  let ofPages: [TemplateGroup]
  /// The templates that depend on a property of the page, and the number of features for each value of it.
  private let pages: [(template: Int, page: PageCode, size: Int)]

  /// - Parameter before: the line before, as an offset.
  init(_ templates: [FeatureTemplate], _ rows: FeatureRows, before: Int = -1) {
    let parts = templates.map { template in
      TemplateParts(
        template.parts.map { part in
          let place = LineCodes.place(part.offset == -1 ? before : part.offset, part.code)
          return (place: UInt16(place), count: UInt16(part.code.count))
        })
    }
    self.templates = zip(parts, rows.firsts).map { $0.template(first: $1) }
    pages = templates.indices.compactMap { index in
      templates[index].page.map { (template: index, page: $0, size: parts[index].count) }
    }
    fixed = TemplateGroup.groups(of: templates.indices.filter { templates[$0].page == nil }, parts)
    ofPages = TemplateGroup.groups(of: pages.map(\.template), parts)
  }

  /// The same for the lines of one page.
  func on(_ page: PageCodes) -> FeatureTables {
    var tables = self
    for (template, code, size) in pages { tables.templates[template].first += UInt32(page[code] * size) }
    return tables
  }

  /// Calls a function with the row of each template's feature.
  @inline(__always)
  func forEachRow(of line: Int, _ codes: LineCodes, _ body: (Int) -> Void) {
    codes.withLine(line) { codes in
      for template in templates {
        let (parts, factors) = (template.parts, template.factors)
        func part(_ place: UInt16, _ factor: UInt16) -> Int { Int(codes[Int(place)]) &* Int(factor) }
        body(
          Int(template.first) &+ part(parts.0, factors.0) &+ part(parts.1, factors.1) &+ part(parts.2, factors.2)
            &+ part(parts.3, factors.3))
      }
    }
  }

  static let line = FeatureTables(FeatureTemplate.line, .line)
  static let near = FeatureTables(FeatureTemplate.joint, .joint)
  static let far = FeatureTables(FeatureTemplate.joint, .joint, before: -2)
}
