import Chance
import Screen
import Testing

@testable import Terminal

@Suite("What of a row is drawn anew")
struct ChangedSpanTests {
  @Test("Nothing when nothing changed, everything when nothing was there")
  func ends() {
    let row = surface("报栏 ab").row(0)
    #expect(changedSpan(row, over: row) == nil)
    #expect(changedSpan(row, over: nil) == row.indices)
  }

  @Test("One changed character is drawn alone")
  func one() {
    #expect(changedSpan(surface("abcdef").row(0), over: surface("abXdef").row(0)) == 2..<3)
    #expect(changedSpan(surface("ab中ef").row(0), over: surface("ab国ef").row(0)) == 2..<4)
  }

  @Test("No glyph of the old row or the new one is cut, and what is left out is the same in both")
  func whole() {
    var random = RandomSource(seed: 3)
    for _ in 0..<2000 {
      let old = surface(randomText(&random)).row(0)
      let new = surface(randomText(&random)).row(0)
      guard let span = changedSpan(new, over: old) else {
        #expect(Array(new) == Array(old))
        continue
      }
      #expect(new[..<span.lowerBound] == old[..<span.lowerBound])
      #expect(new[span.upperBound...] == old[span.upperBound...])
      for row in [old, new] {
        #expect(row[span.lowerBound].width != 0)
        #expect(span.upperBound == row.endIndex || row[span.upperBound].width != 0)
      }
    }
  }
}

private func randomText(_ random: inout RandomSource) -> String {
  String((0..<8).map { _ in "aab中国 ".randomElement(using: &random) ?? " " })
}

/// A row of 12 cells.
private func surface(_ text: String) -> Surface {
  var surface = Surface(size: Size(columns: 12, rows: 1))
  surface.write(text, row: 0)
  return surface
}
