/// Templates made ready to be read for the many lines of a page.
struct FeatureTables: Sendable {
  /// A template whose feature is the sum of up to three properties, each with its factor.
  private struct Template {
    /// The row of its first feature, by the properties of the page.
    var first: Int32
    /// Offsets of the properties from the line's own.
    var places: SIMD4<Int16> = .zero
    var factors: SIMD4<Int16> = .zero
  }

  /// Templates on end that have as many properties.
  private struct Run {
    let properties: Int
    var templates: Range<Int>
  }

  private var templates: [Template] = []
  private var runs: [Run] = []
  /// The templates that depend on a property of the page, and the number of features for each value of it.
  private var ofPages: [(template: Int, page: PageCode, size: Int)] = []

  /// - Parameter before: the line before, as an offset.
  init(_ templates: [FeatureTemplate], _ rows: FeatureRows, before: Int = -1) {
    for (template, first) in zip(templates, rows.firsts) {
      var ready = Template(first: Int32(first))
      var factor = 1
      for (index, part) in template.parts.enumerated().reversed() {
        ready.places[index] = Int16(LineCodes.place(part.offset == -1 ? before : part.offset, part.code))
        ready.factors[index] = Int16(factor)
        factor *= part.code.count
      }
      let place = self.templates.count
      if let page = template.page { ofPages.append((place, page, factor)) }
      if let last = runs.last, last.properties == template.parts.count {
        runs[runs.count - 1].templates = last.templates.lowerBound..<place + 1
      } else {
        runs.append(Run(properties: template.parts.count, templates: place..<place + 1))
      }
      self.templates.append(ready)
    }
  }

  /// The same for the lines of one page.
  func on(_ page: PageCodes) -> FeatureTables {
    var tables = self
    for (template, code, size) in ofPages { tables.templates[template].first += Int32(page[code] * size) }
    return tables
  }

  /// Calls a function with the row of each template's feature.
  @inline(__always)
  func forEachRow(of line: Int, _ codes: LineCodes, _ body: (Int) -> Void) {
    codes.withLine(line) { codes in
      templates.withUnsafeBufferPointer { templates in
        for run in runs {
          for template in templates[run.templates] { body(Self.row(template, codes, run.properties)) }
        }
      }
    }
  }

  @inline(__always)
  private static func row(_ template: Template, _ codes: UnsafePointer<UInt8>, _ properties: Int) -> Int {
    func value(_ index: Int) -> Int { Int(codes[Int(template.places[index])]) }
    func part(_ index: Int) -> Int { value(index) &* Int(template.factors[index]) }
    switch properties {
    case 1: return Int(template.first) &+ value(0)
    case 2: return Int(template.first) &+ part(0) &+ value(1)
    default: return Int(template.first) &+ part(0) &+ part(1) &+ part(2)
    }
  }

  static let line = FeatureTables(FeatureTemplate.line, .line)
  static let near = FeatureTables(FeatureTemplate.joint, .joint)
  static let far = FeatureTables(FeatureTemplate.joint, .joint, before: -2)
}
