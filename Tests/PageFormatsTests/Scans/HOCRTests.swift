import Newspaper
import Testing

@testable import PageFormats

@Suite("hOCR")
struct HOCRTests {
  private func page(_ body: String) throws -> ScanSample {
    try ScanSample("<html><body><div class='ocr_page' title='bbox 0 0 1000 500; ppageno 2'>\(body)</div></body></html>")
  }

  @Test("Lines have several names; words are parted by one space; places stand in the title")
  func lines() throws {
    let sample = try page(
      """
      <div class="ocr_carea" title="bbox 100 100 900 400"><p class="ocr_par">
      <span class='ocr_line' title="bbox 100 100 900 120; x_wconf 90; image &quot;a;b.png&quot;"><span class='ocrx_word'
       title='bbox 100 100 200 120 ; x_wconf 95'>Fog</span>  <span class='ocrx_word' title='bbox 210 100 300
       120;x_wconf 91'>at
      </span> <span class='ocrx_word'>sea</span></span>
      <span class='ocr_header' title='bbox 100 130 900 150'>Head</span><span class='ocr_caption'>Caption</span>
      <span class='ocr_textfloat'>float</span><span class='ocrx_line'>plain &amp; simple<br/></span></p></div>
      <div class='ocr_separator' title='bbox 500 0 502 500'></div>
      """)
    #expect(sample.lines == ["Fog at sea", "Head", "Caption", "float", "plain & simple"])
    #expect(near(sample.layout.lines[0].box, PageBox(x: 0.1, y: 0.1, width: 0.8, height: 0.02)))
    #expect(sample.layout.lines.map(\.role) == [nil, .header, .caption, nil, nil])
    #expect(sample.layout.rules.count == 1)
    #expect(near(sample.layout.rules.first, PageBox(x: 0.5, y: 0, width: 0.002, height: 0.5)))
    #expect(sample.layout.words.count == 2)
  }

  @Test("Dirt is text: signs that are not escaped, comments and instructions that are none")
  func dirt() throws {
    let sample = try page(
      """
      <meta><span class='ocr_line'><span class='ocrx_word'>!'<!--,,></span> <span class='ocrx_word'><?«» &
      <5t»<?».</span>
      <span class='ocrx_word'>ta<aU.</span></span><!-- a comment -->
      """)
    #expect(sample.lines == ["!'<!--,,> <?«» & <5t»<?». ta<aU."])
    #expect(sample.faults.count == 1)
  }

  @Test("A soft hyphen at the end divides a word; one of several readings counts; tags need not be closed")
  func hyphens() throws {
    let sample = try page(
      """
      <p class='ocr_par'><span class='ocr_line'><span class='ocrx_word'>ge</span>&shy;<br></span>
      <span class='ocr_line'><span class='alternatives'><ins class='alt'>gangen</ins><del
      class='alt'>gaugen</del></span></span>
      <span class='ocr_line'><span class='ocrx_word'>not closed</p><p class='ocr_par'><span class='ocr_line'>next</span>
      """)
    #expect(sample.lines == ["ge-", "gangen", "not closed", "next"])
    #expect(sample.ends == "-...")
  }

  @Test("Several pages in one file are pages of their own")
  func pages() throws {
    let file = (1...2).map {
      "<div class='ocr_page' title='bbox 0 0 100 200'><p class='ocr_line' title='bbox 0 0 100 10'>\($0)</p></div>"
    }
    let pages = try #require(PageFormat.document(Array(file.joined().utf8))).pages
    #expect(pages.map { String(decoding: $0.text, as: UTF8.self) } == ["1\n", "2\n"])
    for page in pages {
      #expect(near(page.layout.lines[0].box?.y, 0))
      #expect(near(page.layout.height, 2))
    }
  }

  @Test(
    "A tag within which the file breaks off is no text", arguments: ["</sp", "</", "<span class='ocrx_wo", "</span"])
  func brokenOff(end: String) throws {
    let sample = try ScanSample(
      "<html><body><div class='ocr_page'><span class='ocr_line'><span class='ocrx_word'>ferry</span>" + end)
    #expect(sample.lines == ["ferry"])
    #expect(sample.faults.map(\.message).last == "breaks off here; what is there was read")
  }

  @Test("A file whose page ends is whole, though other tags stay open")
  func openTags() throws {
    let sample = try ScanSample("<html><body><div class='ocr_page'><p><span class='ocr_line'>ferry</p></div>")
    #expect(sample.lines == ["ferry"] && sample.faults.isEmpty)
  }
}
