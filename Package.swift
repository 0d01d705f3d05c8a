// swift-tools-version: 6.0
import PackageDescription

// The arrows of Sources/ARCHITECTURE.md: what a target may import is what it names here.
// Build with `--explicit-target-dependency-import-check error` to have them checked.

// The released program is one static executable: it starts in half the time, and runs on any Linux of its architecture.
let staticExecutable: [SwiftSetting] = [.unsafeFlags(["-static-executable"], .when(configuration: .release))]
let staticLinking: [LinkerSetting] = [
  .unsafeFlags(["-static-executable", "-use-ld=lld"], .when(configuration: .release))
]

// Types that are made of others are had directly, not by their names: a name is taken apart at run time, and each
// protocol that it asks for is looked up among all that there are, which took a fifth of what the reader does before it
// shows anything.
let directTypes: [SwiftSetting] = [
  .unsafeFlags(
    ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"], .when(configuration: .release))
]

let package = Package(
  name: "baolan",
  products: [.executable(name: "baolan", targets: ["baolan"])],
  targets: [
    .target(name: "Text", dependencies: ["CSystem", "Resources"]),
    .target(name: "Newspaper", dependencies: ["Text"]),
    .target(name: "Strings", dependencies: ["Newspaper"]),
    .target(name: "PageParsing", dependencies: ["Newspaper", "Text", "CSystem", "Resources"]),
    .target(name: "Typesetting", dependencies: ["Newspaper", "Text", "Strings", "Screen", "CSystem", "Resources"]),
    .target(name: "Searching", dependencies: ["Newspaper", "Text", "CSystem", "Resources"]),
    .target(name: "Notes", dependencies: ["Newspaper", "Text"]),
    .target(name: "Screen"),
    .target(
      name: "Reader",
      dependencies: ["Newspaper", "Notes", "Exporting", "Strings", "Text", "Typesetting", "Searching", "Screen"]),
    .target(name: "System", dependencies: ["CSystem"]),
    .target(name: "PageFormats", dependencies: ["Newspaper", "Text", "System", "CSystem", "Resources"]),
    .target(
      name: "Library",
      dependencies: ["Newspaper", "Text", "PageParsing", "PageFormats", "Searching", "System", "CSystem"]),
    .target(name: "State", dependencies: ["Newspaper", "Text", "Notes", "Searching", "Library", "System", "CSystem"]),
    .target(name: "Exporting", dependencies: ["Newspaper", "Text"]),
    .target(name: "CSystem", dependencies: ["Resources"]),
    .target(
      name: "CNcurses", dependencies: ["CSystem"],
      linkerSettings: [.linkedLibrary("tinfo")]),
    .target(name: "Terminal", dependencies: ["Screen", "CNcurses"]),
    .target(
      name: "Resources", path: "Resources",
      exclude: [
        "characters", "encodings", "folding", "keymap", "languages", "lookalikes", "model", "readings", "scripts",
        "themes", "words",
      ]),
    .executableTarget(
      name: "baolan",
      dependencies: [
        "Newspaper", "Strings", "PageParsing", "Typesetting", "Searching", "Screen", "Reader", "System", "PageFormats",
        "Library", "Notes", "State", "Exporting", "CSystem", "Terminal", "Resources",
      ],
      swiftSettings: staticExecutable, linkerSettings: staticLinking),
    // Random numbers that a seed repeats, for those programs and for tests.
    .target(name: "Chance"),
    // Programs for the people who build Baolan: benchmarks, fuzzers, generators. Not installed.
    .executableTarget(
      name: "Workbench",
      dependencies: [
        "Newspaper", "Strings", "Text", "PageParsing", "Typesetting", "Searching", "Screen", "Reader", "System",
        "PageFormats", "Library", "Notes", "State", "Exporting", "CSystem", "Resources", "Chance",
      ]),
    .testTarget(name: "NewspaperTests", dependencies: ["Chance", "Newspaper", "Strings"]),
    .testTarget(name: "StringsTests", dependencies: ["Strings", "Newspaper", "Reader", "Goldens"]),
    .testTarget(name: "TextTests", dependencies: ["Text", "Chance"]),
    .testTarget(
      name: "PageParsingTests", dependencies: ["PageParsing", "Newspaper", "Strings", "Text", "Goldens", "Chance"],
      exclude: ["Golden", "Samples"]),
    .testTarget(name: "TypesettingTests", dependencies: ["Typesetting", "CSystem", "Goldens", "Chance"]),
    .testTarget(
      name: "SearchingTests",
      dependencies: ["Searching", "Newspaper", "Strings", "Text", "PageParsing", "Goldens", "Chance"]),
    .testTarget(
      name: "NotesTests", dependencies: ["Notes", "Newspaper", "PageParsing", "Chance"]),
    .testTarget(name: "ScreenTests", dependencies: ["Screen", "Chance"]),
    .testTarget(
      name: "ReaderTests",
      dependencies: [
        "PageParsing", "Reader", "Newspaper", "Notes", "Strings", "Text", "Typesetting", "Searching", "Screen",
        "CSystem", "Resources", "Goldens", "Chance",
      ],
      exclude: ["Golden"]),
    // Texts that a person has read, which tests compare with, and the given files that they read.
    .target(name: "Goldens", path: "Tests/Goldens"),
    // Folders that tests fill and open, for the tests of these five rooms.
    .target(name: "TestFolders", dependencies: ["Library", "Goldens"], path: "Tests/TestFolders"),
    .testTarget(name: "SystemTests", dependencies: ["System", "Newspaper", "Library", "State", "TestFolders"]),
    .testTarget(
      name: "PageFormatsTests",
      dependencies: ["PageFormats", "Newspaper", "Library", "System", "CSystem", "TestFolders", "Chance"]),
    .testTarget(
      name: "LibraryTests",
      dependencies: [
        "Library", "Newspaper", "Strings", "PageParsing", "PageFormats", "Searching", "System", "TestFolders", "Chance",
      ]),
    .testTarget(
      name: "StateTests",
      dependencies: ["State", "Newspaper", "Notes", "Searching", "Library", "System", "TestFolders", "Chance"]),
    .testTarget(name: "ExportingTests", dependencies: ["Exporting", "Newspaper", "Library", "System", "TestFolders"]),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal", "Screen", "CSystem", "Chance"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)

for target in package.targets where target.type != .test {
  target.swiftSettings = (target.swiftSettings ?? []) + directTypes
}
