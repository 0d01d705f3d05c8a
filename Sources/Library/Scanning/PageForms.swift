import PageFormats
import System

/// Several forms of one page, as engines leave them beside each other (`x.hocr x.tsv x.txt x.xml`): the richest is the
/// page.
enum PageForms {
  /// The files without those that a richer form of the same page stands for, in their order.
  static func richest(_ files: [FoundFile]) -> [FoundFile] {
    let groups = Dictionary(grouping: files.indices.filter { FilePart(path: files[$0].path) == nil }) {
      Form(folder: files[$0].folder, name: baseName(files[$0].name))
    }
    var left: Set<Int> = []
    for members in groups.values where members.count > 1 {
      let ranked = members.map { (index: $0, richness: richness(files[$0])) }
      guard let best = ranked.max(by: { ($0.richness, $1.index) < ($1.richness, $0.index) }), best.richness > 0 else {
        continue
      }
      left.formUnion(members.filter { $0 != best.index })
    }
    return left.isEmpty ? files : files.indices.filter { !left.contains($0) }.map { files[$0] }
  }

  private struct Form: Hashable {
    var folder: String
    var name: String
  }

  /// Suffixes that tools put behind a page's name, before the ending.
  private static let marks: [StaticString] = [
    ".bbox", ".layout", ".ocr", ".alto", ".page", "_djvu", "_hocr", "_res", "_paddle2", "_alto",
  ]

  /// A page's name without its endings, and what tools put behind it.
  static func baseName(_ name: String) -> String {
    var base = withoutPacking(name)
    if let dot = base.utf8.lastIndex(of: 0x2E), dot > base.startIndex { base = base[..<dot] }
    for mark in marks {
      let length = mark.utf8CodeUnitCount
      guard base.utf8.hasSuffix(mark, inAnyCase: true), base.utf8.count > length else { continue }
      base = base[..<base.utf8.index(base.endIndex, offsetBy: -length)]
    }
    return String(base)
  }

  /// 0 for plain text.
  private static func richness(_ file: FoundFile) -> Int {
    guard let (bytes, _) = try? readStampedFile(file.path) else { return 0 }
    return PageFormat.format(of: FileOpening(bytes)).richness
  }
}
