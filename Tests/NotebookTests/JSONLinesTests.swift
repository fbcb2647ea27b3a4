import Foundation
import Sentences
import Testing

@testable import Notebook

struct JSONLinesTests: ~Copyable {
  struct Epoch: Encodable {
    var epoch: Int
    var loss: Float
  }

  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var file: URL { folder.appending(path: "log.jsonl") }
  func text(_ file: URL) throws -> String { try String(contentsOf: file, encoding: .utf8) }
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
  }

  @Test func aLineIsOnDiskBeforeTheNextBegins() throws {
    let log = try JSONLines(file)
    try log.append(Epoch(epoch: 1, loss: 0.1))
    #expect(try text(file) == "{\"epoch\":1,\"loss\":0.1}\n")
    try log.append(Epoch(epoch: 2, loss: .nan))
    #expect(try text(file) == "{\"epoch\":1,\"loss\":0.1}\n{\"epoch\":2,\"loss\":\"nan\"}\n")
    #expect(try names() == ["log.jsonl"])
  }

  @Test func aRecordOfTheRunStandsAboveTheFirstLine() throws {
    let record = RunRecord(
      arguments: ["/a/b/chapter5", "--full", "--log", "full.jsonl"],
      at: Date(timeIntervalSince1970: 86_400))
    let log = try JSONLines(file, of: record)
    #expect(try names() == [])
    try log.append(["a": 1])
    try log.append(["a": 2])
    let command = "swift run chapter5 --full --log full.jsonl"
    #expect(
      try text(file)
        == #"{"record":{"command":"\#(command)","date":"1970-01-02"}}"# + "\n{\"a\":1}\n{\"a\":2}\n"
    )
  }

  @Test func anOlderFileStaysUntilThereIsSomethingToTell() throws {
    try Data("old\n".utf8).write(to: file)
    let log = try JSONLines(file)
    #expect(try text(file) == "old\n")
    #expect(try names() == ["log.jsonl"])
    try log.append(["a": 1])
    #expect(try text(file) == "{\"a\":1}\n")
  }

  @Test func aLinkIsFollowed() throws {
    let target = folder.appending(path: "target")
    try Data("old\n".utf8).write(to: target)
    try FileManager.default.createSymbolicLink(at: file, withDestinationURL: target)
    try JSONLines(file).append(["a": 1])
    #expect(try text(target) == "{\"a\":1}\n")
  }

  @Test func whatCannotBeWrittenIsSaidAtOnce() throws {
    let missing = folder.appending(path: "none/log.jsonl")
    #expect(throws: SentenceError("\(missing.path) cannot be written: No such file or directory")) {
      _ = try JSONLines(missing)
    }
    #expect(throws: SentenceError("\(folder.path) is a folder, but must be a file")) {
      _ = try JSONLines(folder)
    }
  }

  @Test func aFullDiskGetsASentence() throws {
    let log = try JSONLines(URL(fileURLWithPath: "/dev/full"))
    #expect(
      throws: SentenceError("/dev/full cannot take another line: No space left on device")
    ) {
      try log.append(["a": 1])
    }
  }

  @Test func aPipeThatNobodyReadsIsNotWaitedFor() throws {
    #expect(mkfifo(file.path, 0o600) == 0)
    #expect(throws: SentenceError.self) { _ = try JSONLines(file) }
  }

  @Test func standardOutputIsWrittenToAndNotReplaced() async throws {
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardOutputContent]
    ) {
      try JSONLines(URL(fileURLWithPath: "/dev/stdout")).append(["a": 1])
    }
    let text = String(decoding: try #require(result).standardOutputContent, as: UTF8.self)
    #expect(text.contains("{\"a\":1}\n"))
  }

  @Test func aLineThatDoesNotFitIsTakenBack() async {
    await #expect(processExitsWith: .success) {
      let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      defer { try? FileManager.default.removeItem(at: file) }
      // A disk on which there is room for 20 bytes: a line, and half of the next.
      signal(SIGXFSZ, SIG_IGN)
      var room = rlimit(rlim_cur: 20, rlim_max: 20)
      #expect(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &room) == 0)
      let log = try JSONLines(file)
      try log.append(["epoch": 1])
      #expect(throws: SentenceError("\(file.path) cannot take another line: File too large")) {
        try log.append(["epoch": 2])
      }
      #expect(try String(contentsOf: file, encoding: .utf8) == "{\"epoch\":1}\n")
    }
  }

  @Test func aFirstLineThatDoesNotFitLeavesTheOlderFile() async {
    await #expect(processExitsWith: .success) {
      let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      defer { try? FileManager.default.removeItem(at: file) }
      try Data("old\n".utf8).write(to: file)
      signal(SIGXFSZ, SIG_IGN)
      var room = rlimit(rlim_cur: 5, rlim_max: 5)
      #expect(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &room) == 0)
      let log = try JSONLines(file)
      #expect(throws: SentenceError.self) { try log.append(["epoch": 1]) }
      #expect(try String(contentsOf: file, encoding: .utf8) == "old\n")
    }
  }

  @Test func aLineMustBeAnObject() throws {
    let log = try JSONLines(file)
    #expect(
      throws: SentenceError("[1,2] is not an object; a line of \(file.path) must be one")
    ) {
      try log.append([1, 2])
    }
    #expect(try names() == [])
  }

  @Test func aRecordNamesNoFolderOfTheMachineThatMadeIt() {
    let record = RunRecord(
      arguments: [
        "/a/bench", "--sweep", "--peer", "/b/bin/python", "--output=/c/d", "--log", "e/f",
      ])
    #expect(record.command == "swift run bench --sweep --peer python --output=d --log e/f")
  }
}
