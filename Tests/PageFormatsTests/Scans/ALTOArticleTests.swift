import Newspaper
import Testing

@testable import PageFormats

@Suite("Articles that ALTO states by its tags")
struct ALTOArticleTests {
  @Test("Blocks that refer to a tag of structure are an article, in the parts that tags of layout name")
  func articles() throws {
    let sample = try ScanSample(
      """
      <alto><Tags><StructureTag ID="a1" TYPE="Article" LABEL="Fog &amp; ice"/><LayoutTag ID="h" LABEL="headline"/>
      <LayoutTag ID="u" LABEL="unplaced"/></Tags>
      <Layout><Page WIDTH="10"><PrintSpace>
      <TextBlock TAGREFS="u"><TextLine><String CONTENT="1"/></TextLine></TextBlock>
      <TextBlock TAGREFS="a1 h"><TextLine><String CONTENT="FOG"/></TextLine></TextBlock>
      <TextBlock TAGREFS="a1"><TextLine><String CONTENT="It came"/></TextLine><TextLine><String CONTENT="down."/>
      </TextLine></TextBlock></PrintSpace></Page></Layout></alto>
      """)
    let zoning = try #require(sample.page.zoning)
    #expect(zoning.furniture == [StatedZoning.Part(role: .body, page: 0, lines: [1])])
    #expect(
      zoning.zones == [
        StatedZoning.Zone(
          id: "a1", type: "article", label: "Fog & ice",
          parts: [
            StatedZoning.Part(role: .heading, page: 0, lines: [2]),
            StatedZoning.Part(role: .body, page: 0, lines: [3, 4]),
          ])
      ])
  }

  @Test("Tags of structure that name parts, as Gallica writes them, state roles and no articles")
  func parts() throws {
    let sample = try ScanSample(
      """
      <alto><Tags><StructureTag ID="s1" TYPE="Structural" LABEL="title" DESCRIPTION="FOG"/>
      <StructureTag ID="s2" TYPE="Structural" LABEL="insidetitle"/><RoleTag ID="by" LABEL="author"/></Tags>
      <Layout><Page WIDTH="10"><PrintSpace>
      <TextBlock TAGREFS="s1"><TextLine><String CONTENT="FOG"/></TextLine></TextBlock>
      <TextBlock><TextLine><String CONTENT="It came"/></TextLine></TextBlock>
      <TextBlock TAGREFS="s2"><TextLine><String CONTENT="Ice"/></TextLine></TextBlock>
      <TextBlock TAGREFS="by"><TextLine><String CONTENT="A. B."/></TextLine></TextBlock>
      </PrintSpace></Page></Layout></alto>
      """)
    #expect(sample.page.zoning == nil)
    #expect(sample.page.layout.blocks.map(\.role) == [.heading, nil, .subheading, .author])
  }

  @Test("Tags of layout alone state no article")
  func layoutOnly() throws {
    let sample = try ScanSample(
      """
      <alto><Tags><LayoutTag ID="h" LABEL="headline"/></Tags><Layout><Page WIDTH="10"><PrintSpace>
      <TextBlock TAGREFS="h"><TextLine><String CONTENT="FOG"/></TextLine></TextBlock></PrintSpace></Page></Layout></alto>
      """)
    #expect(sample.page.zoning == nil)
  }
}
