import Library
import Newspaper
import Synchronization
import Testing

@testable import Searching

@Suite("Issues at hand for the results of a search")
struct RecentIssueCacheTests {
  private final class Reads: Sendable {
    let places = Mutex([Int]())
  }

  private func desk(_ reads: Reads) -> RecentIssueCache {
    RecentIssueCache { place in
      reads.places.withLock { $0.append(place) }
      return Newspaper.Issue(id: String(place), pages: [], articles: [])
    }
  }

  @Test("More issues than there is room for are all there, and each is read once")
  func manyIssues() {
    let reads = Reads()
    let found = desk(reads).issues(Array(0..<300), threads: .all)
    #expect(found.count == 300 && found[299]?.issue.id == "299")
    #expect(reads.places.withLock { $0.sorted() } == Array(0..<300))
  }

  @Test("An issue that is wanted again and again stays at hand while others come and go")
  func oftenWanted() {
    let reads = Reads()
    let desk = desk(reads)
    for place in 0..<300 {
      _ = desk.issue(1000)
      _ = desk.issue(place)
    }
    #expect(reads.places.withLock { $0.filter { $0 == 1000 } }.count == 1)
  }
}
