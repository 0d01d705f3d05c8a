import Foundation
import Newspaper
import Synchronization
import System
import TestFolders
import Testing

@testable import Library

@Suite("Images that are read by an engine")
struct TextRecognitionTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    for name in ["a.png", "b.JPG", "b.tif", "c.jpg", "deep/-d e.png", "note.txt"] {
      try scratch.write("image \(name)", to: name)
    }
    try scratch.write("has text", to: "c.hocr")
  }

  private func names(_ images: UnreadImages) -> [String] {
    images.images.map { String($0.path.dropFirst(scratch.path.count + 1)) }
  }

  /// Files that were written, and problems, in the order of their names.
  private func read(_ images: UnreadImages, by command: String) throws -> [String] {
    let said = Mutex<[String]>([])
    try TextRecognition(.command(command)).read(images.images) { _, outcome in
      said.withLock { said in
        switch outcome {
        case .read(let path): said.append(path)
        case .failed(let problem): said.append(problem.description)
        }
      }
    }
    return said.withLock { $0.map { $0.replacing(scratch.path + "/", with: "") }.sorted() }
  }

  @Test("Those without text are found in every folder, two forms of one once")
  func found() throws {
    let images = UnreadImages(folder: scratch.path, into: nil)
    #expect(names(images) == ["a.png", "b.JPG", "deep/-d e.png"])
    #expect(images.readCount == 1)
  }

  @Test("A folder with nothing but images is told how they are read")
  func advice() throws {
    let images = try Scratch()
    try images.write("image", to: "a.png")
    #expect(
      images.open().problems.first?.message
        == "no pages in this folder; its images have no text yet: `baolan ocr` reads them")
  }

  @Test("What the engine writes stands beside them, by the ending of its format; then nothing is left to do")
  func beside() throws {
    let images = UnreadImages(folder: scratch.path, into: nil)
    let command = "echo \"<alto><Layout><Page><String CONTENT='a'/></Page></Layout></alto>\"; cat -- \"$1\""
    #expect(try read(images, by: command) == ["a.xml", "b.xml", "deep/-d e.xml"])
    #expect(
      try String(contentsOfFile: scratch.path + "/deep/-d e.xml", encoding: .utf8).contains("image deep/-d e.png"))
    #expect(UnreadImages(folder: scratch.path, into: nil).images.isEmpty)
  }

  @Test("In a folder of its own it stands as the images do, and they are left alone")
  func into() throws {
    let other = scratch.path + "/texts"
    let images = UnreadImages(folder: scratch.path, into: other)
    #expect(try read(images, by: "echo plain").sorted() == ["texts/a.txt", "texts/b.txt", "texts/deep/-d e.txt"])
    #expect(UnreadImages(folder: scratch.path, into: other).images.isEmpty)
    #expect(names(UnreadImages(folder: scratch.path, into: nil)).count == 3)
  }

  @Test("A file that comes meanwhile is not written over, and a failure is told")
  func never() throws {
    let images = UnreadImages(folder: scratch.path, into: nil)
    try scratch.write("mine", to: "a.txt")
    let said = try read(images, by: "case \"$1\" in *b.JPG) exit 3;; *-d*) exit 0;; esac; echo new")
    #expect(
      said == [
        "a.txt: cannot be written: File exists", "b.JPG: was not read: the engine failed (status 3)",
        "deep/-d e.png: has no text that the engine finds",
      ])
    #expect(try String(contentsOfFile: scratch.path + "/a.txt", encoding: .utf8) == "mine")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).allSatisfy { !$0.hasPrefix(".baolan") })
  }
}
