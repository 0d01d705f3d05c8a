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
  private static let marks = [
    ".bbox", ".layout", ".ocr", ".alto", ".page", "_djvu", "_hocr", "_res", "_paddle2", "_alto",
  ]

  /// A page's name without its endings, and what tools put behind it.
  static func baseName(_ name: String) -> String {
    var base = name[...]
    for packing in [".gz", ".bz2"] where base.hasSuffix(packing) { base = base.dropLast(packing.count) }
    if let dot = base.lastIndex(of: "."), dot > base.startIndex { base = base[..<dot] }
    for mark in marks where base.count > mark.count && base.lowercased().hasSuffix(mark) {
      base = base.dropLast(mark.count)
    }
    return String(base)
  }

  /// 0 for plain text.
  private static func richness(_ file: FoundFile) -> Int {
    guard let (bytes, _) = try? readStampedFile(file.path) else { return 0 }
    return PageFormat.format(of: FileOpening(bytes)).richness
  }
}
