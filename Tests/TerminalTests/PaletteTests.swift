import Screen
import Testing

@testable import Terminal

@Suite("Colours as a terminal has them")
struct PaletteTests {
  @Test("A palette of 256 is taken as it is")
  func full() {
    #expect(Look(Style(.palette(203), on: .palette(236)), depth: .palette) == look(203, 236))
  }

  @Test("With 16 colours, those of the cube become the darker colour of their hue, which reads on any ground")
  func sixteen() {
    #expect(ColorDepth.sixteen.number(of: .palette(12)) == 12)
    #expect(ColorDepth.sixteen.number(of: .palette(196)) == 1)
    #expect(ColorDepth.sixteen.number(of: .palette(226)) == 3)
    #expect(ColorDepth.sixteen.number(of: .palette(21)) == 4)
    #expect(ColorDepth.sixteen.number(of: .palette(250)) == -1)
    #expect(ColorDepth.sixteen.number(of: .palette(16)) == -1)
  }

  @Test("With 8 colours, a bright one becomes the plain one, and bright black the terminal's own")
  func eight() {
    #expect(ColorDepth.eight.number(of: .palette(9)) == 1)
    #expect(ColorDepth.eight.number(of: .palette(8)) == -1)
  }

  @Test("A terminal with true colours gets the palette's red, green and blue")
  func direct() {
    #expect(ColorDepth.direct.number(of: .palette(7)) == 7)
    #expect(ColorDepth.direct.number(of: .palette(203)) == 0xFF5F5F)
    #expect(ColorDepth.direct.number(of: .palette(255)) == 0xEEEEEE)
  }

  @Test("Without colours attributes stay, and what a background marked is marked by reverse")
  func none() {
    #expect(Look(Style(.palette(1), on: .standard, [.bold, .italic]), depth: .none) == look(-1, -1, [.bold, .italic]))
    #expect(Look(Style(.palette(0), on: .palette(3), .bold), depth: .none) == look(-1, -1, [.bold, .reverse]))
  }

  @Test("No style becomes one colour on the same colour", arguments: [ColorDepth.none, .eight, .sixteen])
  func legible(depth: ColorDepth) {
    for foreground in UInt8.min...UInt8.max {
      for background in UInt8.min...UInt8.max where background != foreground {
        let look = Look(Style(.palette(foreground), on: .palette(background)), depth: depth)
        #expect(look.foreground == -1 || look.foreground != look.background)
      }
    }
  }

  @Test("The number of colours that terminfo names decides")
  func depths() {
    #expect(
      [0, 2, 8, 16, 88, 256, 1 << 24].map(ColorDepth.init(colors:)) == [
        .none, .none, .eight, .sixteen, .sixteen, .palette, .direct,
      ])
  }

  @Test("NO_COLOR forbids colours unless it is empty or not there")
  func noColor() {
    #expect(forbidsColor("1") && forbidsColor("0"))
    #expect(!forbidsColor("") && !forbidsColor(nil))
  }
}

private func look(_ foreground: Int32, _ background: Int32, _ attributes: Style.Attributes = []) -> Look {
  var look = Look(Style(.standard, on: .standard, attributes), depth: .palette)
  (look.foreground, look.background) = (foreground, background)
  return look
}
