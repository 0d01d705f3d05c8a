import Newspaper
import Testing

@testable import PageFormats

@Suite("PAGE, and what engines and tools write")
struct OtherScanTests {
  private func page(_ order: String, custom: Bool = false) throws -> ScanSample {
    func region(_ name: String, _ rank: Int, _ text: String) -> String {
      let rank = custom ? "custom=\"readingOrder {index:\(rank);} structure {type:heading;}\"" : ""
      return "<TextRegion id='\(name)' \(rank)><Coords points='0,0 100,0 100,50'/>\(text)</TextRegion>"
    }
    func line(_ text: String) -> String {
      """
      <TextLine><Coords points='10,10 90,10 90,30 10,30'/><Word><TextEquiv><Unicode>no</Unicode></TextEquiv></Word>
      <TextEquiv index="1"><Unicode>worse</Unicode></TextEquiv>
      <TextEquiv index="0" conf="0.5"><PlainText>no</PlainText><Unicode>
         \(text)
      </Unicode></TextEquiv></TextLine>
      """
    }
    return try ScanSample(
      """
      <PcGts xmlns="https://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"><Page imageWidth="100">
      <ReadingOrder>\(order)</ReadingOrder>\(region("a", 7, line("one")))<SeparatorRegion><Coords points="50,0 52,90"/>
      </SeparatorRegion>\(region("b", 4, line("two")))\(region("c", 5,
      "<TextEquiv><Unicode>three\nfour</Unicode></TextEquiv>"))</Page></PcGts>
      """)
  }

  @Test("PAGE: the first reading of a line counts, and regions without lines have those of their text")
  func pageLines() throws {
    let sample = try page("")
    #expect(sample.lines == ["one", "two", "three", "four"])
    #expect(near(sample.layout.lines[0].box, PageBox(x: 0.1, y: 0.1, width: 0.8, height: 0.2)))
    #expect(sample.layout.rules.count == 1)
    #expect(!sample.layout.isOrderStated)
  }

  @Test("PAGE: a region whose lines are empty has the text that is given for all of it")
  func textOfRegion() throws {
    let sample = try ScanSample(
      """
      <PcGts><Page imageWidth="100"><TextRegion id="a"><TextLine id="l"><Coords points="1,1 9,9"/></TextLine>
      <TextEquiv><Unicode>one\ntwo</Unicode></TextEquiv></TextRegion></Page></PcGts>
      """)
    #expect(sample.lines == ["", "one", "two"])
  }

  @Test("PAGE: the reading order may start anywhere, have gaps and groups, or stand in `custom`")
  func pageOrder() throws {
    let groups = """
      <OrderedGroup><RegionRefIndexed index="9" regionRef="a"/><UnorderedGroupIndexed index="4"><RegionRef
      regionRef="c"/>
      </UnorderedGroupIndexed><RegionRefIndexed index="6" regionRef="b"/></OrderedGroup>
      """
    #expect(try page(groups).read == ["three", "four", "two", "one"])
    let custom = try page("", custom: true)
    #expect(custom.read == ["two", "three", "four", "one"])
    #expect(custom.layout.lines[0].role == .heading)
  }

  @Test("Tesseract's table: lines of words, in which a quote is a quote")
  func table() throws {
    let sample = try ScanSample(
      """
      level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
      1\t1\t0\t0\t0\t0\t0\t0\t200\t100\t-1\t
      2\t1\t1\t0\t0\t0\t20\t10\t100\t50\t-1\t
      4\t1\t1\t1\t1\t0\t20\t10\t100\t10\t-1\t
      5\t1\t1\t1\t1\t1\t20\t10\t40\t10\t96.5\t"Fog
      5\t1\t1\t1\t1\t2\t70\t10\t40\t10\t90\tat
      4\t1\t1\t1\t2\t0\t20\t25\t100\t10\t-1\t
      5\t1\t1\t1\t2\t1\t20\t25\t40\t10\t80\tsea
      dirt

      """)
    #expect(sample.lines == ["\"Fog at", "sea"])
    #expect(near(sample.layout.lines[0].box, PageBox(x: 0.1, y: 0.05, width: 0.5, height: 0.05)))
    #expect(sample.faults == [ScanFault(line: 9, message: "no row of Tesseract's table; left out")])
  }

  @Test("Tesseract's table without the rows of blocks and lines has the lines that its words name")
  func wordsOnly() throws {
    func word(_ block: Int, _ line: Int, _ number: Int, _ text: String) -> String {
      "5\t1\t\(block)\t1\t\(line)\t\(number)\t\(number * 40)\t\(block * 50 + line * 20)\t30\t10\t90\t\(text)\n"
    }
    let sample = try ScanSample(
      "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
        + word(1, 1, 1, "THE") + word(1, 1, 2, "FERRY") + word(2, 1, 1, "It") + word(2, 1, 2, "runs")
        + word(2, 2, 1, "again."))
    #expect(sample.lines == ["THE FERRY", "It runs", "again."])
    #expect(sample.layout.lines.map(\.block) == [0, 1, 1])
    #expect(sample.layout.lines.allSatisfy { $0.box != nil })
  }

  @Test("pdftotext -bbox-layout, DjVu and ABBYY: lines, words and their places")
  func markup() throws {
    let poppler = try ScanSample(
      """
      <html><body><doc><page width="100" height="50"><flow><block xMin="1" yMin="1" xMax="9" yMax="9"><line xMin="10"
       yMin="-1" xMax="90" yMax="9"><word xMin="10" yMin="0" xMax="20" yMax="9">Fog</word>
      <word xMin="30" yMin="0" xMax="40" yMax="9">&amp;</word></line></block></flow></page></doc></body></html>
      """)
    let djvu = try ScanSample(
      """
      <!DOCTYPE DjVuXML PUBLIC "-//W3C//DTD DjVuXML 1.1//EN" "pubtext/DjVuXML-s.dtd"><DjVuXML><BODY>
      <OBJECT width="100" height="50"><HIDDENTEXT><PARAGRAPH><LINE><WORD coords="10,9,20,0">Fog</WORD>
      <WORD coords="30,9,40,0">&amp;</WORD></LINE></PARAGRAPH></HIDDENTEXT></OBJECT></BODY></DjVuXML>
      """)
    let characters = zip("Fog", [10, 13, 16]).map {
      "<charParams l='\($1)' t='0' r='\($1 + 3)' b='9'>\($0)</charParams>"
    }
    let abbyy = try ScanSample(
      """
      <page width="100" height="50"><block blockType="Text"><text><par><line l="10" t="0" r="40" b="9"><formatting
      fs="9.">
      \(characters.joined())<charParams l='20' t='0' r='30' b='9'> </charParams>
      <charParams l='30' t='0' r='40' b='9'>&amp;</charParams></formatting></line></par></text></block></page>
      """)
    for sample in [poppler, djvu, abbyy] {
      #expect(sample.lines == ["Fog &"], "\(sample.format)")
      #expect(near(sample.layout.lines[0].box?.x, 0.1), "\(sample.format)")
      #expect(sample.layout.words.map(\.offset) == [0, 4], "\(sample.format)")
    }
  }

  @Test(
    "JSON of PaddleOCR and RapidOCR, in each of its shapes: an entry is a line",
    arguments: [
      #"[[[[10,0],[90,0],[90,9],[10,9]],["大桥",0.9]],[[[10,20],[100,20],[100,30],[10,30]],["通车",0.8]]]"#,
      #"[[[[[10,0],[90,0],[90,9],[10,9]],["大桥",0.9]],[[[10,20],[100,20],[100,30],[10,30]],["通车",0.8]]]]"#,
      #"[[[[10,0],[90,0],[90,9],[10,9]],"大桥",0.9],[[[10,20],[100,20],[100,30],[10,30]],"通车",0.8]]"#,
      #"[{"box":[[10,0],[90,0],[90,9],[10,9]],"text":"大桥","score":0.9},{"box":[10,20,100,30],"text":"通车"}]"#,
      #"{"res":{"rec_texts":["大桥","通车"],"rec_scores":[0.9,0.8],"rec_boxes":[[10,0,90,9],[10,20,100,30]]}}"#,
      """
      {"parsing_res_list":[{"block_label":"text","block_bbox":[10,0,90,9],"block_content":"大桥"},
      {"block_label":"text","block_bbox":[10,20,100,30],"block_content":"通车"}]}
      """,
    ])
  func engineJSON(file: String) throws {
    let sample = try ScanSample(file)
    #expect(sample.lines == ["大桥", "通车"])
    if let box = sample.layout.lines[0].box { #expect(near(box, PageBox(x: 0.1, y: 0, width: 0.8, height: 0.09))) }
  }

  @Test(
    "What is none of these is not taken for one",
    arguments: ["[1]", "{}", "<p>text</p>", "l", "<alt", "", "1\t2", "[甲"])
  func others(file: String) {
    #expect(PageFormat.document(Array(file.utf8)) == nil)
  }
}
