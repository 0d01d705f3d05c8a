import Screen

/// Sequences that show and remove pictures.
enum PictureSequences {
  /// Asks for kitty's protocol, then for the terminal's name (XTVERSION), then for what it can do (DA1), which every
  /// terminal answers.
  static let question = "\u{1B}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\\u{1B}[>q\u{1B}[c"

  /// Removes kitty's pictures. Those of other protocols are gone once their cells are drawn anew.
  static let removal = "\u{1B}_Ga=d,d=A,q=2\u{1B}\\"

  /// Shows a picture; cursor and colours stay as they were.
  static func showing(_ content: PictureContent, in rect: Rect) -> String {
    var text = "\u{1B}7"
    switch content {
    case .blocks(let lines):
      for (row, line) in lines.prefix(rect.rows).enumerated() {
        text += place(rect.column, rect.row + row) + "\u{1B}[0m" + line
      }
    case .kitty(let path, let column, let row, let columns, let rows):
      text += place(rect.column, rect.row)
      text += "\u{1B}_Ga=T,t=f,f=100,i=31,q=2,C=1,x=\(column),y=\(row),w=\(columns),h=\(rows)"
      text += ",c=\(rect.columns),r=\(rect.rows);\(path)\u{1B}\\"
    case .iterm(let file):
      text += place(rect.column, rect.row)
      text += "\u{1B}]1337;File=inline=1;width=\(rect.columns);height=\(rect.rows);preserveAspectRatio=0:\(file)\u{7}"
    case .sixel(let data): text += place(rect.column, rect.row) + "\u{1B}P\(data)\u{1B}\\"
    }
    return text + "\u{1B}8"
  }

  private static func place(_ column: Int, _ row: Int) -> String { "\u{1B}[\(row + 1);\(column + 1)H" }
}

/// The answers of a terminal so far to the question which pictures it can show.
struct PictureReport {
  private(set) var best = PictureProtocol.blocks

  /// Takes a string that the terminal sent: of an application (APC, kitty) or of a device (DCS, its name).
  mutating func take(_ text: ArraySlice<UInt8>) {
    let text = String(decoding: text, as: UTF8.self)
    if text.hasPrefix("\u{1B}_G"), text.contains(";OK") { best = .kitty }
    if text.hasPrefix("\u{1B}P>|"), text.contains("iTerm2") || text.contains("WezTerm"), best != .kitty {
      best = .iterm
    }
  }

  /// Takes the numbers of what the terminal can do: 4 is sixels.
  mutating func take(attributes: [Int]) { if attributes.contains(4), best == .blocks { best = .sixel } }
}
