import CSystem
import Newspaper
import Testing

@testable import PageFormats

@Suite("Encodings told apart by content")
struct EncodingGuessTests {
  /// Sentences made for this test, some 300 bytes in each encoding.
  private static let french =
    "La fête du village a été reportée à dimanche à cause de la pluie. Le maire a déclaré hier que la fanfare jouerait "
    + "malgré tout sur la place, où les élèves de l'école ont préparé une pièce de théâtre. « Nous espérons que la météo "
    + "sera meilleure », a-t-il ajouté, en rappelant que l'entrée reste gratuite pour les aînés."
  private static let german =
    "Die Brücke über den Fluß wird nächste Woche für den Verkehr geöffnet. Der Bürgermeister erklärte, daß die Arbeiten "
    + "früher fertig geworden seien als geplant. Für die Schüler fällt am Montag der Unterricht aus, und die Bäcker "
    + "verschenken süße Brötchen an alle Gäste."
  private static let polish =
    "Wczoraj po południu otwarto nową szkołę przy ulicy Długiej. Uczniowie przynieśli kwiaty, a burmistrz powiedział, że "
    + "następna będzie gotowa jeszcze w tym roku. Wieczorem odbyła się zabawa, na którą przyszło około trzystu gości "
    + "z całej okolicy, także z sąsiednich wsi."
  private static let czech =
    "Včera odpoledne byl otevřen nový most přes řeku. Starosta řekl, že práce trvaly déle, než se čekalo, protože v zimě "
    + "byla voda příliš vysoká. Děti z místní školy zpívaly písně a hasiči předvedli svou techniku. Večer následoval ples."
  private static let russian =
    "Вчера вечером в городском саду открылась выставка цветов. Собралось около трёхсот человек, играл оркестр, и до "
    + "самой ночи горели фонари. Управа обещает, что на будущий год всё повторится."
  private static let ukrainian =
    "Учора ввечері в міському саду відкрилася виставка квітів. Зібралося близько трьохсот людей, грав оркестр, і до "
    + "самої ночі горіли ліхтарі. Її завідувач обіцяє, що наступного року все повториться."
  private static let greek =
    "Χθες το απόγευμα άνοιξε η νέα γέφυρα πάνω από τον ποταμό. Ο δήμαρχος είπε ότι οι εργασίες τελείωσαν νωρίτερα. "
    + "Άλλοι ομιλητές ευχαρίστησαν τους εργάτες, και το βράδυ έγινε χορός στην πλατεία του χωριού."
  private static let turkish =
    "Dün akşam şehir bahçesinde çiçek sergisi açıldı. Yaklaşık üç yüz kişi geldi, bando çaldı ve gece yarısına kadar "
    + "ışıklar söndürülmedi. Belediye başkanı gelecek yıl serginin daha büyük olacağını söyledi; öğrencilere giriş ücretsizdir."
  private static let hebrew =
    "אתמול בערב נפתחה בגן העיר תערוכת פרחים. הגיעו כשלוש מאות איש, התזמורת ניגנה והאורות דלקו עד חצות. ראש העיר הבטיח "
    + "שבשנה הבאה התערוכה תהיה גדולה יותר, והכניסה לילדים תהיה חופשית."
  private static let arabic =
    "افتتح مساء أمس معرض الزهور في حديقة المدينة. حضر نحو ثلاثمائة شخص وعزفت الفرقة الموسيقية وبقيت الأنوار مضاءة حتى منتصف "
    + "الليل. وقال رئيس البلدية إن المعرض سيكون أكبر في العام القادم."
  private static let lithuanian =
    "Vakar vakare miesto sode buvo atidaryta gėlių paroda. Susirinko apie tris šimtus žmonių, grojo orkestras, ir iki pat "
    + "nakties degė žiburiai. Meras žadėjo, kad kitąmet paroda bus dar didesnė, o vaikams įėjimas liks nemokamas."
  private static let thai =
    "เมื่อวานนี้ตอนเย็นมีการเปิดงานแสดงดอกไม้ที่สวนของเมือง มีคนมาประมาณสามร้อยคน วงดนตรีเล่นเพลงและไฟเปิดจนถึงเที่ยงคืน "
    + "นายกเทศมนตรีบอกว่าปีหน้างานจะใหญ่กว่านี้ และเด็กเข้าชมได้โดยไม่เสียเงิน"
  private static let japanese =
    "昨日の夕方、町の公園で花の展覧会が開かれた。およそ三百人が集まり、楽団が演奏し、夜中まで明かりがともっていた。町長は来年はもっと大きな"
    + "会にすると約束した。子どもは無料で入ることができる。新しい橋の工事も今月のうちに終わるという話であった。"
  private static let korean =
    "어제 저녁 시립 공원에서 꽃 전시회가 열렸다. 약 삼백 명이 모였고 악단이 연주하였으며 밤늦게까지 불이 켜져 있었다. 시장은 내년에는 더 크게 "
    + "열겠다고 약속하였다. 어린이는 무료로 들어갈 수 있다."
  private static let simplified =
    "昨天傍晚，镇上的公园里举办了花展。大约有三百人到场，乐队奏乐，灯火一直亮到半夜。镇长答应明年要办得更大，孩子们可以免费入场。新桥的工程据说"
    + "也会在这个月里完工，大家都盼着早日通车。"
  private static let traditional =
    "昨天傍晚，鎮上的公園裡舉辦了花展。大約有三百人到場，樂隊奏樂，燈火一直亮到半夜。鎮長答應明年要辦得更大，孩子們可以免費入場。新橋的工程據說"
    + "也會在這個月裡完工，大家都盼著早日通車。"

  private static let romanian =
    "Aseară s-a deschis în grădina orașului expoziția de flori. S-au adunat vreo trei sute de oameni, a cântat fanfara și "
    + "luminile au ars până la miezul nopții. „Așa ceva n-am mai văzut”, a spus o bătrână din satul vecin, iar primarul a "
    + "făgăduit că la anul expoziția va fi și mai mare."
  private static let olderRomanian = romanian.map { letter in
    switch letter {
    case "ș": "ş"
    case "ț": "ţ"
    case "„", "”": "\""
    default: String(letter)
    }
  }.joined()

  private static let samples: [(PageEncoding, String)] = [
    (.windows1252, french), (.windows1252, german), (.macintosh, french), (.windows1250, polish), (.windows1250, czech),
    (.iso8859x16, romanian),
    (.iso8859x2, polish), (.iso8859x2, czech), (.windows1251, russian), (.koi8R, russian), (.koi8U, ukrainian),
    (.ibm866, russian), (.iso8859x5, russian), (.windows1253, greek), (.windows1254, turkish), (.windows1255, hebrew),
    (.windows1256, arabic), (.windows1257, lithuanian), (.windows874, thai), (.shiftJIS, japanese), (.eucJP, japanese),
    (.eucKR, korean), (.gb18030, simplified), (.big5, traditional),
  ]

  /// A text in an encoding, found by decoding every character of one byte and of two; what it lacks is left out.
  private static func encoded(_ text: String, _ encoding: PageEncoding) -> [UInt8] {
    var bytes: [UInt32: [UInt8]] = [:]
    func add(_ source: [UInt8]) {
      guard let found = decoded(source, from: encoding), found.faults == 0 else { return }
      let scalars = Array(String(decoding: found.bytes, as: UTF8.self).unicodeScalars)
      if scalars.count == 1, bytes[scalars[0].value] == nil { bytes[scalars[0].value] = source }
    }
    for first in UInt8(0)...0xFF { add([first]) }
    if !PageEncoding.singleByte.contains(encoding) {
      for first in UInt8(0x81)...0xFE { for second in UInt8(0x40)...0xFE { add([first, second]) } }
    }
    return text.unicodeScalars.flatMap { bytes[$0.value] ?? [] }
  }

  @Test("Each is known by some three hundred bytes", arguments: samples)
  func told(encoding: PageEncoding, text: String) throws {
    let page = try decodePage(Self.encoded(text, encoding), path: "x")
    #expect(page.encoding == encoding)
  }

  @Test("Romanian without the letters and quotation marks that only ISO-8859-16 has is read in the usual encoding")
  func olderRomanian() throws {
    for encoding in [PageEncoding.windows1250, .iso8859x2] {
      let page = try decodePage(Self.encoded(Self.olderRomanian, encoding), path: "x")
      #expect(page.text.line(1) == Self.olderRomanian, "\(page.encoding)")
    }
  }

  @Test("UTF-32 and UTF-16 are known with and without a mark", arguments: [true, false])
  func wide(isMarked: Bool) throws {
    let scalars = Array(Self.simplified.unicodeScalars.map(\.value)) + [0x0A]
    for encoding in [PageEncoding.utf32LittleEndian, .utf32BigEndian, .utf16LittleEndian, .utf16BigEndian] {
      let length = encoding.unitLength
      let bytes = ((isMarked ? [0xFEFF] : []) + scalars).flatMap { unit -> [UInt8] in
        let all = (0..<length).map { UInt8(truncatingIfNeeded: unit >> UInt32(8 * $0)) }
        return encoding.isBigEndian ? all.reversed() : all
      }
      let page = try decodePage(bytes, path: "x")
      #expect(page.encoding == encoding)
      #expect(String(decoding: page.text.bytes, as: UTF8.self) == Self.simplified + "\n")
    }
  }

  @Test("Japanese in escape sequences is no ASCII")
  func escapes() throws {
    let page = try decodePage(Array("\u{1B}$B$3$l$O\u{1B}(B.\n".utf8), path: "x")
    #expect(page.encoding == .iso2022JP)
    #expect(page.text.line(1) == "これは.")
  }

  @Test("Lines in UTF-8 and in another encoding are each read as they are, and that is said")
  func mixed() throws {
    let other = Self.encoded(Self.simplified, .gb18030)
    let page = try decodePage(Array((Self.simplified + "\n").utf8) + other + [0x0A] + Array("完\n".utf8), path: "x")
    #expect((1...3).map { page.text.line($0) } == [Self.simplified, Self.simplified, "完"])
    #expect(page.problem?.line == 2)
    #expect(page.encodingName == "UTF-8, GB18030")
  }

  @Test("A line in which two files meet is read in both encodings, whichever comes first")
  func meeting() throws {
    let (utf8, other) = (Array(Self.simplified.utf8), Self.encoded(Self.simplified, .gb18030))
    for (line, count) in [(utf8 + other, 2), (other + utf8, 2), (utf8 + other + utf8, 3)] {
      let page = try decodePage(utf8 + [0x0A] + line + [0x0A] + other + [0x0A], path: "x")
      #expect(page.text.line(1) == Self.simplified && page.text.line(3) == Self.simplified)
      #expect(page.text.line(2) == String(repeating: Self.simplified, count: count))
      #expect(page.problem?.line == 2)
    }
  }

  @Test("Bytes that were lost from lines of UTF-8 are damage and no other encoding")
  func lostBytes() throws {
    var bytes = Array((Self.simplified + "\n" + Self.simplified + "\n").utf8)
    for place in [100, 31] { bytes.remove(at: place) }
    let page = try decodePage(bytes, path: "x")
    #expect(page.encoding == .utf8 && page.encodingName == nil && page.problem?.line == 1)
    #expect(page.text.line(1).hasPrefix(String(Self.simplified.prefix(10)) + "\u{FFFD}"))
    #expect(page.text.line(2) == Self.simplified)
  }

  @Test("Signs alone tell an encoding once there are several; a few odd bytes are faults")
  func signs() throws {
    let sentence = "The mayor didn’t say when the bridge will be opened, and the people of the village don’t know it. "
    let few = try decodePage(Self.encoded(sentence, .macintosh), path: "x")
    #expect(few.encoding == .utf8 && few.problem != nil)
    let several = try decodePage(Self.encoded(sentence + sentence + sentence, .macintosh), path: "x")
    #expect(several.encoding == .macintosh)
  }

  @Test(
    "UTF-8 that was read as Windows-1252 and saved is mended, and the file's own text stays",
    arguments: [french, simplified, russian])
  func mojibake(text: String) throws {
    let broken = Self.readAsWindows(text)
    let page = try decodePage(Array(String(broken).utf8), path: "x")
    #expect(String(decoding: page.text.bytes, as: UTF8.self) == text)
    #expect(page.isMended && page.problem != nil)
    #expect(page.source.map { String(decoding: $0.bytes, as: UTF8.self) } == String(broken))
  }

  @Test("A character that was lost from such a text spoils nothing but itself")
  func damagedMojibake() throws {
    var broken = Self.readAsWindows(Self.simplified)
    broken.remove(at: 31)
    let page = try decodePage(Array(String(broken).utf8), path: "x")
    let mended = String(decoding: page.text.bytes, as: UTF8.self)
    #expect(page.isMended)
    #expect(
      mended.hasPrefix(String(Self.simplified.prefix(10))) && mended.hasSuffix(String(Self.simplified.dropFirst(11))))
  }

  /// The characters as which a text's bytes in UTF-8 are shown where they are taken for Windows-1252.
  private static func readAsWindows(_ text: String) -> [Character] {
    let codes = EncodingIndex("windows-1252")
    return text.utf8.map { byte in
      let code = byte < 0x80 ? UInt32(byte) : codes[Int(byte) - 0x80] == 0 ? UInt32(byte) : codes[Int(byte) - 0x80]
      return Character(Unicode.Scalar(code) ?? " ")
    }
  }

  @Test(
    "Every end of a line that Unicode has ends a line",
    arguments: ["\n", "\r\n", "\u{85}", "\u{2028}", "\u{2029}", "\u{B}", "\u{C}"])
  func lineEnds(end: String) throws {
    let page = try decodePage(Array("甲\(end)乙\(end)".utf8), path: "x")
    #expect((1...2).map { page.text.line($0) } == ["甲", "乙"])
  }

  @Test("Rare ends of lines and gutters are seen wherever they stand in a long text, and nothing else is taken for one")
  func rareMarks() {
    let plain = Array(String(repeating: "报 a\n。\u{3000}“\u{2027}\u{202A}Å\u{A5}", count: 40).utf8)
    #expect(bl_has_rare_line_ends(plain, plain.count) == 0 && bl_has_gutters(plain, plain.count) == 0)
    let starts = plain.indices.filter { plain[$0] & 0xC0 != 0x80 } + [plain.count]
    for start in starts {
      for end in ["\u{85}", "\u{2028}", "\u{2029}", "\u{B}", "\u{C}"] {
        let text = plain[..<start] + Array(end.utf8) + plain[start...]
        #expect(bl_has_rare_line_ends(Array(text), text.count) == 1, "\(end.debugDescription) at \(start)")
      }
      for gutter in ["\t", "  ", "\u{3000}\u{3000}"] {
        let text = plain[..<start] + Array(gutter.utf8) + plain[start...]
        #expect(bl_has_gutters(Array(text), text.count) == 1, "\(gutter.debugDescription) at \(start)")
      }
    }
  }
}
