extension PageEncoding {
  /// An encoding by a label of the Encoding Standard; capitals, `-` and `_` do not matter.
  /// - Returns: nil for a label that is not known.
  public init?(named label: String) {
    func plain(_ text: some StringProtocol) -> String { text.lowercased().filter { $0 != "-" && $0 != "_" } }
    let wanted = plain(label)
    let found = Self.allCases.first { encoding in
      plain(encoding.rawValue) == wanted || encoding.otherLabels.split(separator: " ").contains { $0 == wanted }
    }
    guard let found else { return nil }
    self = found
  }

  /// Labels beside the name, without capitals, `-` and `_`. The names that the GNU C library uses are among them.
  private var otherLabels: String {
    switch self {
    case .utf8: "unicode11utf8 unicode20utf8 xunicode20utf8"
    case .utf16LittleEndian: "csunicode iso10646ucs2 ucs2 unicode unicodefeff utf16"
    case .utf16BigEndian: "unicodefffe"
    case .utf32LittleEndian: "ucs4 ucs4le utf32"
    case .utf32BigEndian: "ucs4be"
    case .gb18030: "chinese csgb2312 csiso58gb231280 gb2312 gb231280 gbk isoir58 xgbk cp936 euccn"
    case .big5: "big5hkscs cnbig5 csbig5 xxbig5 cp950"
    case .eucJP: "cseucpkdfmtjapanese xeucjp"
    case .shiftJIS: "csshiftjis ms932 mskanji sjis windows31j xsjis cp932"
    case .iso2022JP: "csiso2022jp"
    case .eucKR: "cseuckr csksc56011987 isoir149 korean ksc5601 ksc56011987 ksc56011989 windows949 cp949"
    case .ibm866: "866 cp866 csibm866"
    case .iso8859x2: "csisolatin2 iso88592:1987 isoir101 l2 latin2"
    case .iso8859x3: "csisolatin3 iso88593:1988 isoir109 l3 latin3"
    case .iso8859x4: "csisolatin4 iso88594:1988 isoir110 l4 latin4"
    case .iso8859x5: "csisolatincyrillic cyrillic iso88595:1988 isoir144"
    case .iso8859x6:
      "arabic asmo708 csiso88596e csiso88596i csisolatinarabic ecma114 iso88596:1987 iso88596e iso88596i isoir127"
    case .iso8859x7: "csisolatingreek ecma118 elot928 greek greek8 iso88597:1987 isoir126 suneugreek"
    case .iso8859x8:
      "csiso88598e csisolatinhebrew hebrew iso88598:1988 iso88598e isoir138 visual csiso88598i iso88598i logical"
    case .iso8859x10: "csisolatin6 isoir157 l6 latin6"
    case .iso8859x15: "csisolatin9 l9"
    case .koi8R: "cskoi8r koi koi8"
    case .koi8U: "koi8ru"
    case .macintosh: "csmacintosh mac xmacroman"
    case .windows874: "dos874 iso885911 tis620"
    case .windows1250: "cp1250 xcp1250"
    case .windows1251: "cp1251 xcp1251"
    case .windows1252:
      "ansix3.41968 ascii cp1252 cp819 csisolatin1 ibm819 iso88591 iso88591:1987 isoir100 l1 latin1 usascii xcp1252"
    case .windows1253: "cp1253 xcp1253"
    case .windows1254: "cp1254 csisolatin5 iso88599 iso88599:1989 isoir148 l5 latin5 xcp1254"
    case .windows1255: "cp1255 xcp1255"
    case .windows1256: "cp1256 xcp1256"
    case .windows1257: "cp1257 xcp1257"
    case .windows1258: "cp1258 xcp1258"
    case .xMacCyrillic: "xmacukrainian"
    case .iso8859x13, .iso8859x14, .iso8859x16: ""
    }
  }
}
