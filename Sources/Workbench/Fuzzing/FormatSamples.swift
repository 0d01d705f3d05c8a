/// A small file of each format with places, and of METS and DIDL.
enum FormatSamples {
  /// The files' bytes.
  static let all = [alto, hocr, page, table, poppler, abbyy, djvu, paddle, rapid, mets, didl].map { Array($0.utf8) }

  private static let alto = """
    <?xml version="1.0" encoding="UTF-8"?><alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Styles><TextStyle
    ID="S1"
    FONTSIZE="9"/><TextStyle ID="S2" FONTSIZE="20"/></Styles><ReadingOrder><OrderedGroup><ElementRef
    REF="b2"/><ElementRef
    REF="b1"/></OrderedGroup></ReadingOrder><Layout><Page WIDTH="1000" HEIGHT="2000"><PrintSpace><ComposedBlock
    TYPE="Advertisement"><TextBlock ID="b1" HPOS="10" VPOS="10" WIDTH="100" HEIGHT="40" STYLEREFS="S1"><TextLine ID="l1"
    HPOS="10" VPOS="10" WIDTH="100" HEIGHT="20"><String ID="s1" CONTENT="prin" SUBS_TYPE="HypPart1"
    SUBS_CONTENT="principe"
    WC="0.9" HPOS="10" VPOS="10" WIDTH="40" HEIGHT="20"/><HYP CONTENT="-"/></TextLine><TextLine><String CONTENT="cipe"
    SUBS_TYPE="HypPart2" SUBS_CONTENT="principe"/><SP/><String CONTENT="大桥"/><SP/><String CONTENT="通车"/></TextLine>
    </TextBlock></ComposedBlock><GraphicalElement HPOS="5" VPOS="5" WIDTH="1" HEIGHT="900"/><TextBlock ID="b2"><TextLine
    HPOS="200" VPOS="12" WIDTH="90" HEIGHT="18" STYLEREFS="S2"><String CONTENT="beside"/></TextLine></TextBlock>
    </PrintSpace></Page></Layout></alto>
    """

  private static let hocr = """
    <!DOCTYPE html><html><head><title>x</title></head><body><div class='ocr_page' title='image "a;b.png"; bbox 0 0
    900 1200;
    ppageno 0'><div class="ocr_carea" title="bbox 10 10 800 300"><p class="ocr_par"><span class='ocr_line'
    title='bbox 10 10
    400 30; x_wconf 90'><span class='ocrx_word' title='bbox 10 10 60 30; x_wconf 95'>Fog</span> <span
    class='ocrx_word'>at
    &amp; sea</span>&shy;<br></span><span class='ocr_header'>Head <ins>in</ins><del>out</del></span></p></div>
    <span class='ocr_separator' title='bbox 400 0 402 1200'></span><span
    class='ocr_line'>!'<!--,,></span></div></body></html>
    """

  private static let page = """
    <PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"><Page imageWidth="100"
    imageHeight="200">
    <ReadingOrder><OrderedGroup><RegionRefIndexed index="4" regionRef="b"/><UnorderedGroupIndexed index="9"><RegionRef
    regionRef="a"/></UnorderedGroupIndexed></OrderedGroup></ReadingOrder><TextRegion id="a" type="heading"
    custom="readingOrder {index:3;}"><Coords points="0,0 50,0 50,50"/><TextLine><Coords points="1,1 40,1 40,9
    1,9"/><Word>
    <TextEquiv><Unicode>one</Unicode></TextEquiv></Word><TextEquiv
    index="1"><Unicode>two</Unicode></TextEquiv><TextEquiv
    index="0"><Unicode> one </Unicode></TextEquiv></TextLine></TextRegion><SeparatorRegion><Coords points="50,0
    52,200"/>
    </SeparatorRegion><TextRegion id="b"><Coords><Point x="1" y="2"/></Coords><TextEquiv><Unicode>three
    four</Unicode></TextEquiv></TextRegion></Page></PcGts>
    """

  private static let table = """
    level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
    1\t1\t0\t0\t0\t0\t0\t0\t200\t100\t-1\t
    2\t1\t1\t0\t0\t0\t20\t10\t100\t50\t-1\t
    4\t1\t1\t1\t1\t0\t20\t10\t100\t10\t-1\t
    5\t1\t1\t1\t1\t1\t20\t10\t40\t10\t96.5\t"Fog
    5\t1\t1\t1\t1\t2\t70\t10\t40\t10\t90\tat

    """

  private static let poppler = """
    <html><body><doc><page width="100" height="50"><flow><block xMin="1" yMin="1" xMax="9" yMax="9"><line xMin="10"
    yMin="-1" xMax="90" yMax="9"><word xMin="10" yMin="0" xMax="20" yMax="9">Fog</word><word xMin="30" yMin="0"
    xMax="40"
    yMax="9">&amp;</word></line></block></flow></page></doc></body></html>
    """

  private static let abbyy = """
    <document><page width="100" height="50"><block blockType="Text" l="0" t="0" r="50" b="40"><text><par><line l="10"
    t="0"
    r="40" b="9"><formatting fs="9." bold="true"><charParams l="10" t="0" r="13" b="9"
    charConfidence="40">F</charParams>
    <charParams l="20" t="0" r="30" b="9"> </charParams><charParams l="30" t="0" r="40"
    b="9">&amp;</charParams></formatting>
    </line></par></text></block><block blockType="Separator" l="50" t="0" r="51" b="50"/></page></document>
    """

  private static let djvu = """
    <!DOCTYPE DjVuXML PUBLIC "-//W3C//DTD DjVuXML 1.1//EN" "pubtext/DjVuXML-s.dtd"><DjVuXML><BODY><OBJECT width="100"
    height="50"><HIDDENTEXT><PAGECOLUMN><REGION><PARAGRAPH><LINE><WORD coords="10,9,20,0"
    x-confidence="90">Fog</WORD><WORD
    coords="30,9,40,0">&amp;</WORD></LINE></PARAGRAPH></REGION></PAGECOLUMN></HIDDENTEXT></OBJECT></BODY></DjVuXML>
    """

  private static let paddle = """
    {"input_path": "a.png", "res": {"rec_texts": ["大桥", "通车", "beside", "below"], "rec_scores": [0.9, 0.8, 0.7, 0.6],
    "rec_polys": [[[10, 0], [90, 0], [90, 9], [10, 9]], [[110, 0], [190, 0], [190, 9], [110, 9]], [[10, 12], [90, 12],
    [90, 21], [10, 21]], [[110, 12], [190, 12], [190, 21], [110, 21]]]}}
    """

  private static let rapid = """
    [[[[10, 0], [90, 0], [90, 9], [10, 9]], "大桥", 0.9], [[[110, 0], [190, 0], [190, 9], [110, 9]], "通车", 0.8],
    [[[10, 12], [90, 12], [90, 21], [10, 21]], "a", 0.7], [[[110, 12], [190, 12], [190, 21], [110, 21]], "b", 0.6]]
    """

  private static let mets = """
    <mets:mets xmlns:mets="http://www.loc.gov/METS/" LABEL="DOCUMENT_TITLE_PLACEHOLDER"><dmdSec ID="D"><mods><titleInfo>
    <nonSort>The</nonSort><title>Sentinel</title></titleInfo><dateIssued>1855-09-22</dateIssued></mods></dmdSec>
    <fileSec>    <file ID="F1"><FLocat href="file://./ALTO/1.xml"/></file><file ID="F2"><FLocat
    href="2.xml"/></file></fileSec><structMap
    TYPE="PHYSICAL"><div TYPE="PAGE" ORDER="1"><fptr FILEID="F1"/><div ID="p1" TYPE="pagearea"><fptr><area FILEID="F1"
    BEGIN="a" END="b"/></fptr></div></div><div TYPE="PAGE" ORDER="2"><fptr FILEID="F2"/></div></structMap><structMap
    TYPE="LOGICAL"><div TYPE="ISSUE" DMDID="D"><div ID="x" TYPE="ARTICLE"><div TYPE="HEADING"><fptr><area FILEID="F1"
    BEGIN="a"/></fptr></div><div TYPE="BODY"><fptr><seq><area FILEID="F2" BEGIN="b"/></seq></fptr></div></div><div
    ID="y"
    TYPE="ADVERTISEMENT"/></div></structMap><structLink><smLinkGrp><smLocatorLink href="#y"/><smLocatorLink href="#p1"/>
    </smLinkGrp></structLink></mets:mets>
    """

  private static let didl = """
    <didl:DIDL xmlns:didl="x"><didl:Item><Resource><title>Het Blad</title><date>1813-11-16</date></Resource><didl:Item>
    <Resource filename="p1_alto.xml"/><didl:Item article_id="a1"><Resource><title>Te koop</title><subject>advertentie
    </subject><area hpos="0" vpos="0" width="50"
    height="100"/></Resource></didl:Item></didl:Item></didl:Item></didl:DIDL>
    """
}
