/// Classes of hanzi that differ only in how they are written, each with the form of the list of 2013 that stands for
/// it.
struct HanziVariants {
  private let database: UnicodeDatabase
  /// Variants abolished in 1955 and traditional forms of which Unihan says nothing, or names another word first; each
  /// with the form that it folds to.
  private static let unlisted = """
    佔占 佈布 兇凶 牠它 妳你 託托 遊游 諮咨 塚冢 綵彩 唸念 崑昆 崐昆 崙仑 悽凄 啣衔 嚮向 癒愈 鍊炼 餵喂 燬毁 讚赞 豔艳 巖岩 籤签 糰团 姪侄
    稜棱 鬨哄 嚐尝 燉炖 暸了 傚效 揹背 銲焊 釦扣 絃弦 糢模 鎚锤 羶膻 踫碰 痲麻 勦剿 伕夫 侷局 跼局 醃腌 簑蓑 霑沾 譟噪 鉋刨 燐磷 犛牦
    慼戚 衹只 珮佩 嶽岳 牴抵 鑑鉴 録录 鉄铁 気气 穂穗 徳德
    """
  private let standard: Set<UInt32>
  private let unlisted: [UInt32: UInt32]
  private let traditional: [UInt32: UInt32]
  let all: Set<UInt32>

  init(_ database: UnicodeDatabase) {
    self.database = database
    let standard = Set(database.unihan["kTGHZ2013", default: [:]].keys)
    var traditional: [UInt32: UInt32] = [:]
    for simple in standard.sorted() {
      for other in database.variants("kTraditionalVariant", of: simple) where !standard.contains(other) {
        traditional[other] = traditional[other] ?? simple
      }
    }
    let pairs = Self.unlisted.split { $0.isWhitespace }.map { $0.unicodeScalars.map(\.value) }
    unlisted = Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], $0[1]) })
    self.standard = standard
    self.traditional = traditional
    let fields = ["kSimplifiedVariant", "kSemanticVariant", "kZVariant"]
    all = Set(fields.flatMap { Array(database.unihan[$0, default: [:]].keys) } + traditional.keys + unlisted.keys)
  }

  func representative(of scalar: UInt32) -> UInt32 {
    if let listed = unlisted[scalar] { return listed }
    var result = scalar
    for _ in 0..<4 { result = simplified(result) ?? result }
    return standard.contains(result) ? result : variant(of: result) ?? result
  }

  private func simplified(_ scalar: UInt32) -> UInt32? {
    let all = database.variants("kSimplifiedVariant", of: scalar).filter { $0 != scalar }
    let usual = all.filter(standard.contains).max { frequency($0) < frequency($1) }
    // Forms of the list, too, where Unihan names one that both words are written with: 乾 as 干, 於 as 于.
    return usual ?? (standard.contains(scalar) ? nil : traditional[scalar] ?? all.first)
  }

  /// The hanzi that another spelling without a known simplification stands for: it must be read alike, and be the only
  /// one.
  private func variant(of scalar: UInt32) -> UInt32? {
    let others = ["kZVariant", "kSemanticVariant"].flatMap { database.variants($0, of: scalar) }
    let usual = Set(others.map { simplified($0) ?? $0 }.filter { standard.contains($0) && sound($0, isOf: scalar) })
    if usual.count == 1 { return usual.first }
    let common = usual.filter { frequency($0) > 0 }
    return common.count == 1 ? common.first : nil
  }

  private func sound(_ scalar: UInt32, isOf other: UInt32) -> Bool {
    let reading = database.unihan["kMandarin"]?[other]?.split(separator: " ").first.map(String.init)
    return reading.map { HanziReadings(database, scalar).common.contains(syllable($0)) } ?? false
  }

  private func frequency(_ scalar: UInt32) -> Int {
    let digits = (database.unihan["kHanyuPinlu"]?[scalar] ?? "").split { !$0.isNumber || !$0.isASCII }
    return digits.compactMap { Int($0) }.reduce(0, +)
  }
}
