import Chance
import Glibc
import Library
import Newspaper
import Notes
import State
import System

/// Has processes save state, kills them at random moments, and looks whether anything is lost that was there before.
func crashState(_ words: [String]) throws -> Int32 {
  let options = try Options(words, numbers: ["--count", "--seed", "--writer", "--from"])
  if let folder = options.paths.first {
    return try saveUntilKilled(
      StateUnderTest(folder: folder), writer: options.number("--writer", default: 0),
      from: options.number("--from", default: 0))
  }
  let count = options.number("--count", default: 1000)
  let seed = options.number("--seed", default: 1)
  say("crash-state --count \(count) --seed \(seed)")
  let state = try StateUnderTest(folder: temporaryFolder())
  defer { state.remove() }
  var round = CrashRound(state: state, random: RandomSource(seed: UInt64(truncatingIfNeeded: seed)))
  try state.saveOlderThings()
  var losses = 0
  for number in 1...max(1, count) {
    let faults = try round.run()
    losses += faults.isEmpty ? 0 : 1
    for fault in faults { say("round \(number): \(fault)") }
  }
  say(
    "\(count) times killed, \(round.saved) saved before, \(round.caught) times while a file was being written; "
      + "\(losses) times something was lost")
  return losses == 0 ? 0 : 1
}

/// Two processes that save at once, killed one after the other.
private struct CrashRound {
  let state: StateUnderTest
  var random: RandomSource
  /// Number of saves, and of kills that left a half-written file.
  private(set) var saved = 0
  private(set) var caught = 0
  /// Numbers that each writer has saved for certain.
  private var certain: [StateUnderTest.Numbers] = [(0, 0, 0), (0, 0, 0)]

  init(state: StateUnderTest, random: RandomSource) {
    self.state = state
    self.random = random
  }

  /// - Returns: The losses, in words.
  mutating func run() throws -> [String] {
    let writers = try certain.indices.map {
      try Writer(["crash-state", "--writer", "\($0)", "--from", "\(certain[$0].setting)", state.folder])
    }
    for writer in writers.shuffled(using: &random) {
      usleep(UInt32(random.below(120_000)))
      writer.kill()
    }
    if state.hasHalfWritten { caught += 1 }
    var faults = state.faults()
    for (index, writer) in writers.enumerated() {
      let (last, found) = (writer.lastSaved(), state.found(writer: index))
      // A save that was not told yet is there, too; and a number is a setting before it is a place.
      let setting = max(last ?? 0, certain[index].setting)
      let place = max(last ?? 0, certain[index].place)
      if found.setting < setting { faults.append("writer \(index): setting \(found.setting), saved \(setting)") }
      if found.place < place { faults.append("writer \(index): place \(found.place), saved \(place)") }
      let clipping = max(last ?? 0, certain[index].clipping)
      if found.clipping < clipping { faults.append("writer \(index): clipping \(found.clipping), saved \(clipping)") }
      saved += found.setting - certain[index].setting
      certain[index] = found
    }
    return faults
  }
}

/// State in a folder of its own, with things in it that nobody touches.
private struct StateUnderTest {
  let folder: String
  let store: StateStore
  let corpus: Corpus

  typealias Numbers = (setting: Int, place: Int, clipping: Int)

  private static let issue = "2021-06-22"
  private static let olderSettings = Dictionary(uniqueKeysWithValues: (0..<50).map { ("older \($0)", "value \($0)") })
  private static let olderMarks = Set((100..<300).map { SourcePosition(page: 1, line: $0) })

  init(folder: String) throws {
    self.folder = folder
    store = StateStore(folder: folder + "/state")
    let page = folder + "/" + Self.issue + ".txt"
    let descriptor = open(page, O_WRONLY | O_CREAT, 0o600)
    guard descriptor >= 0 else { throw Misuse("cannot write " + page) }
    _ = writeAll(Array("新校舍落成\n\n本报讯 新校舍共四层。\n".utf8), to: descriptor)
    close(descriptor)
    corpus = Corpus.open(paths: [folder])
  }

  func saveOlderThings() throws {
    try store.save(settings: Self.olderSettings)
    var history = store.history(of: corpus).value
    try store.save(history.record([Self.issue: IssueMarks(read: Self.olderMarks)], last: nil, in: corpus))
  }

  /// Saves a number as a setting and as a place, as a reader saves them.
  func save(_ number: Int, writer: Int, _ history: inout ReadingHistory) throws {
    try store.save(settings: ["writer \(writer)": "\(number)"])
    var marks = history.marks[Self.issue] ?? IssueMarks()
    marks.places[place(of: writer)] = .init(SourcePosition(page: 1, line: number))
    try store.save(history.record([Self.issue: marks], last: nil, in: corpus))
    // A clipping, whose note counts on, and a mark and a correction that are made anew each time.
    let issue = IssueReference(id: Self.issue, lead: "新校舍落成")
    func clipping(_ number: Int) -> Clipping {
      Clipping(
        id: "writer\(writer)", issue: issue, headline: "新校舍落成", page: 1, article: 1,
        text: String(repeating: "本报讯 新校舍共四层。", count: 40), note: "\(number)", anchor: nil)
    }
    let before = number > 1 ? clipping(number - 1).record : nil
    try store.clippings.append([RecordChange(before: before, after: clipping(number).record)])
    let start = SourcePosition(page: 1, line: number)
    let anchor = Anchor(start: start, end: start, before: "", head: "", tail: "", after: "")
    let mark = Mark(name: "\(writer)", issue: issue, headline: "", anchor: anchor)
    try store.marks.append([RecordChange(before: nil, after: mark.record)])
    let correction = Correction(
      id: "\(writer)-\(number)", issue: issue, kind: .text, old: "旧", new: "新", anchor: anchor)
    try store.corrections.append([RecordChange(before: nil, after: correction.record)])
  }

  func found(writer: Int) -> Numbers {
    let place = store.history(of: corpus).value.marks[Self.issue]?.places[place(of: writer)]
    let clippings = store.clippings.load().value.records.compactMap(Clipping.init)
    let note = clippings.first { $0.id == "writer\(writer)" }?.note
    return (
      store.settings().value["writer \(writer)"].flatMap { Int($0) } ?? 0, place?.position.line ?? 0,
      note.flatMap { Int($0) } ?? 0
    )
  }

  private func place(of writer: Int) -> SourcePosition { SourcePosition(page: 2, line: writer + 1) }

  /// Older things that are not there, and files that were found damaged.
  func faults() -> [String] {
    let (settings, history) = (store.settings(), store.history(of: corpus))
    let logs = [store.clippings, store.marks, store.corrections].map { $0.load() }
    var faults = ([settings.notice, history.notice] + logs.map(\.notice)).compactMap { $0?.description }
    if !Self.olderSettings.allSatisfy({ settings.value[$0.key] == $0.value }) { faults.append("settings are lost") }
    if !Self.olderMarks.isSubset(of: history.value.marks[Self.issue]?.read ?? []) {
      faults.append("marks are lost")
    }
    return faults
  }

  var hasHalfWritten: Bool {
    ["settings", "reading"].contains { access("\(folder)/state/\($0).json.new", F_OK) == 0 }
  }

  func remove() {
    for name in [
      "clippings.jsonl", "marks.jsonl", "corrections.jsonl", "clippings.jsonl.new", "corrections.jsonl.new",
      "settings.json", "reading.json", "settings.json.new", "reading.json.new", "lock",
    ] {
      unlink(folder + "/state/" + name)
    }
    rmdir(folder + "/state")
    unlink(folder + "/" + Self.issue + ".txt")
    rmdir(folder)
  }
}

private func temporaryFolder() throws -> String {
  var template = Array("/tmp/baolan-crash-XXXXXX".utf8CString)
  guard mkdtemp(&template) != nil else { throw Misuse("no folder in /tmp") }
  return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// The work of a process that is killed: it saves number after number, and says each when it is saved.
private func saveUntilKilled(_ state: StateUnderTest, writer: Int, from start: Int) throws -> Int32 {
  var history = state.store.history(of: state.corpus).value
  for number in (start + 1)... {
    try state.save(number, writer: writer, &history)
    say("\(number)")
  }
  return 0
}

/// A process of this program.
private struct Writer {
  private let process: pid_t
  private let pipe: Int32

  init(_ words: [String]) throws {
    var ends: [Int32] = [0, 0]
    guard Glibc.pipe(&ends) == 0 else { throw Misuse("no pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    var arguments = (["Workbench"] + words).map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var process: pid_t = 0
    let status = posix_spawn(&process, "/proc/self/exe", &actions, nil, &arguments, environ)
    close(ends[1])
    guard status == 0 else { throw Misuse("no process: " + String(cString: strerror(status))) }
    self.process = process
    pipe = ends[0]
  }

  func kill() {
    Glibc.kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
  }

  /// The last number that it said; nil where it came to none.
  func lastSaved() -> Int? {
    defer { close(pipe) }
    var text: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4096)
    while case let count = read(pipe, &piece, piece.count), count > 0 { text += piece[..<count] }
    return String(decoding: text, as: UTF8.self).split(separator: "\n").last.flatMap { Int($0) }
  }
}
