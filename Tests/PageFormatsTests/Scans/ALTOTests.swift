import Newspaper
import Testing

@testable import PageFormats

@Suite("ALTO")
struct ALTOTests {
  /// A page of lines, 1000 units wide.
  private func page(_ lines: String, root: String = "alto", before: String = "") throws -> ScanSample {
    try ScanSample(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <\(root)>\(before)<Layout><Page WIDTH="1000" HEIGHT="2000"><PrintSpace>
      <TextBlock ID="b1" HPOS="100" VPOS="100" WIDTH="400" HEIGHT="90">\(lines)</TextBlock>
      </PrintSpace></Page></Layout></\(root.split(separator: " ")[0])>
      """)
  }

  @Test("A line is a TextLine, an empty one too; SP is a space; places are shares of the width")
  func lines() throws {
    let sample = try page(
      """
      <TextLine HPOS="100" VPOS="200" WIDTH="300" HEIGHT="20"><String CONTENT="Fog" HPOS="100" VPOS="200" WIDTH="50"
       HEIGHT="20"/><SP/><String CONTENT="at" HPOS="160" VPOS="200" WIDTH="40" HEIGHT="20"/><String
       CONTENT="."/></TextLine>
      <TextLine/>
      <TextLine><String CONTENT="sea" HPOS="100" VPOS="230" WIDTH="60" HEIGHT="20"/></TextLine>
      """)
    #expect(sample.lines == ["Fog at.", "", "sea"])
    #expect(near(sample.layout.lines[0].box, PageBox(x: 0.1, y: 0.2, width: 0.3, height: 0.02)))
    #expect(near(sample.layout.lines[2].box, PageBox(x: 0.1, y: 0.23, width: 0.06, height: 0.02)))
    #expect(sample.layout.lines.map(\.block) == [0, 0, 0])
    #expect(sample.layout.words.map(\.offset) == [0, 4, 0])
    #expect(near(sample.layout.height, 2))
  }

  @Test("Any namespace and prefix will do")
  func prefixes() throws {
    let file = """
      <a:alto xmlns:a="http://www.loc.gov/standards/alto/ns-v2#"><a:Layout><a:Page><a:TextLine><a:String CONTENT='x'/>
      </a:TextLine></a:Page></a:Layout></a:alto>
      """
    #expect(try ScanSample(file).lines == ["x"])
  }

  @Test("Where no SP stands each String is a word; between hanzi there is no space")
  func spaces() throws {
    #expect(
      try page("<TextLine><String CONTENT='two'/><String CONTENT='words'/></TextLine>").lines == ["two words"])
    #expect(
      try page("<TextLine><String CONTENT='大桥'/><SP/><String CONTENT='通车'/><SP/><String CONTENT='A'/></TextLine>")
        .lines == ["大桥通车 A"])
  }

  @Test("A divided word has one hyphen, and its second half no other text", arguments: ["-", "\u{AD}", ""])
  func hyphens(sign: String) throws {
    let sample = try page(
      """
      <TextLine><String CONTENT="prin" SUBS_TYPE="HypPart1" SUBS_CONTENT="principe"/><HYP CONTENT="\(sign)"/></TextLine>
      <TextLine><String CONTENT="cipe-" SUBS_TYPE="HypPart2" SUBS_CONTENT="principe"/><HYP CONTENT="-"/></TextLine>
      <TextLine><String CONTENT="ex-" SUBS_TYPE="HypPart1" SUBS_CONTENT="ex-minister"/></TextLine>
      <TextLine><String CONTENT="minister" SUBS_TYPE="HypPart2" SUBS_CONTENT="ex-minister"/></TextLine>
      """)
    #expect(sample.lines == ["prin-", "cipe-", "ex-", "minister"])
    #expect(sample.ends == "--~.")
  }

  @Test("Type sizes and confidences that are the same everywhere say nothing")
  func constants() throws {
    let styles = "<Styles><TextStyle ID='S' FONTSIZE='9'/><TextStyle ID='L' FONTSIZE='20'/></Styles>"
    let two = """
      <TextLine><String CONTENT='a' STYLEREFS='S' WC='0.5'/></TextLine>
      <TextLine STYLEREFS='X L'><String CONTENT='b' WC='0.5'/></TextLine>
      """
    let sample = try page(two, before: styles)
    #expect(sample.layout.lines.map(\.typeSize) == [9, 20])
    #expect(sample.layout.lines.map(\.confidence) == [nil, nil])
  }

  @Test("The stated order goes before that of the file; margins and advertisements are told")
  func order() throws {
    let sample = try ScanSample(
      """
      <alto><ReadingOrder><OrderedGroup><ElementRef REF="b2"/><ElementRef REF="b1"/></OrderedGroup></ReadingOrder>
      <Layout><Page><TopMargin><TextBlock ID="b0"><TextLine><String CONTENT="0"/></TextLine></TextBlock></TopMargin>
      <PrintSpace><TextBlock ID="b1"><TextLine><String CONTENT="1"/></TextLine></TextBlock>
      <ComposedBlock TYPE="Advertisement"><TextBlock ID="b2"><TextLine><String CONTENT="2"/></TextLine></TextBlock>
      </ComposedBlock></PrintSpace></Page></Layout></alto>
      """)
    #expect(sample.read == ["0", "2", "1"])
    #expect(sample.layout.lines.map(\.role) == [.header, nil, .advertisement])
    #expect(sample.layout.isOrderStated)
  }

  @Test("A page without its size, with negative places, or broken off is read as far as it goes")
  func damage() throws {
    let sample = try ScanSample(
      "<alto><Page WIDTH='0'><TextLine HPOS='-5' VPOS='0' WIDTH='105' HEIGHT='10'><String CONTENT='a'/></TextLine><Str")
    #expect(sample.lines == ["a"])
    #expect(near(sample.layout.lines[0].box?.right, 1))
    #expect(sample.faults.map(\.message).last == "breaks off here; what is there was read")
  }

  @Test(
    "Whatever sizes and places a damaged file states, no place is further away than a hundred pages",
    arguments: [
      ("0.0000000001", "999999999", "0"), ("1e-43", "1e38", "5"), ("inf", "inf", "inf"), ("nan", "nan", "nan"),
      ("1e38", "1e-43", "-1e38"),
    ])
  func impossiblePlaces(width: String, height: String, place: String) throws {
    let sample = try ScanSample(
      """
      <alto><Page WIDTH='\(width)' HEIGHT='\(height)'><TextLine HPOS='\(place)' VPOS='\(place)' WIDTH='\(width)'
      HEIGHT='\(height)'><String CONTENT='a' HPOS='\(place)' VPOS='0' WIDTH='1' HEIGHT='1'/></TextLine></Page></alto>
      """)
    #expect(sample.lines == ["a"])
    let boxes = sample.layout.lines.compactMap(\.box) + sample.layout.words.map(\.box)
    let sizes = boxes.flatMap { [$0.x, $0.y, $0.width, $0.height] } + [sample.layout.height]
    #expect(sizes.allSatisfy { abs($0) <= 100 }, "\(sizes)")
  }

  @Test("No entity is fetched and none grows; references in words are characters")
  func entities() throws {
    let sample = try ScanSample(
      """
      <!DOCTYPE alto SYSTEM "file:///etc/passwd" [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>
      <alto><TextLine><String CONTENT="&lt;&#233;&#x4E2D;&eacute;&b;&amp;"/></TextLine></alto>
      """)
    #expect(sample.lines == ["<é中é&b;&"])
  }
}
