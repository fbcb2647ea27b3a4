import Files
import Foundation
import Sentences
import Sentences
import TestSupport
import Testing

/// What becomes of the older file, and of what lies beside.
@Suite struct DraftTests {
  static let bytes = [UInt8](repeating: 1, count: 5000)

  @Test func aFullDiskLeavesTheOlderFile() async {
    await #expect(processExitsWith: .success) {
      try inTemporaryFolder { folder in
        let file = folder.appending(path: "file")
        try Data("old".utf8).write(to: file)
        // A disk on which there is room for 1000 bytes.
        signal(SIGXFSZ, SIG_IGN)
        var room = rlimit(rlim_cur: 1000, rlim_max: 1000)
        #expect(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &room) == 0)
        let error = #expect(throws: SentenceError.self) {
          try replace(file, with: Self.bytes)
        }
        #expect(error?.description == "\(file.path) cannot be written: File too large")
        #expect(try String(contentsOf: file, encoding: .utf8) == "old")
        #expect(try names(in: folder) == ["file"])
      }
    }
  }

  @Test func whatCannotBeWrittenIsSaidBefore() throws {
    try inTemporaryFolder { folder in
      func sentence(_ file: URL) -> String? {
        let error = #expect(throws: SentenceError.self) {
          _ = try Draft(of: file)
        }
        return error?.description.replacing(folder.path, with: "FOLDER")
      }
      #expect(
        sentence(folder.appending(path: "none/a"))
          == "FOLDER/none/a cannot be written: No such file or directory")
      #expect(sentence(folder) == "FOLDER is a folder, but must be a file")
      #expect(
        sentence(URL(filePath: "/dev/null"))
          == "/dev/null is a device or a pipe, but must be a file")
    }
  }

  @Test func askingChangesNothing() throws {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "file")
      _ = try Draft(of: file)
      #expect(try names(in: folder) == [])
      try Data("old".utf8).write(to: file)
      _ = try Draft(of: file)
      #expect(try String(contentsOf: file, encoding: .utf8) == "old")
      #expect(try names(in: folder) == ["file"])
    }
  }

  @Test func whatAKilledWriterLeftIsTakenOver() throws {
    try inTemporaryFolder { folder in
      let (file, left) = (
        folder.appending(path: "file"), folder.appending(path: ".file.part")
      )
      try Data(repeating: 1, count: 100_000).write(to: left)
      try replace(file, with: Self.bytes)
      #expect(try Data(contentsOf: file) == Data(Self.bytes))
      #expect(try names(in: folder) == ["file"])
    }
  }

  @Test func twoProgramsDoNotWriteOneFile() throws {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "file")
      let other = try Draft(of: file)
      try other.append([1, 2])
      let error = #expect(throws: SentenceError.self) {
        try replace(file, with: Self.bytes)
      }
      #expect(
        error?.description
          == "\(file.path) is being written by another program; wait until it has ended")
      try other.publish()
      #expect(try Data(contentsOf: file) == Data([1, 2]))
      // The name is free again, though the other still exists.
      try replace(file, with: Self.bytes)
      withExtendedLifetime(other) {}
      #expect(try names(in: folder) == ["file"])
    }
  }

  @Test func aPipeOrALinkInThePlaceOfTheDraftIsASentence() throws {
    try inTemporaryFolder { folder in
      let (file, left) = (folder.appending(path: "a"), folder.appending(path: ".a.part"))
      #expect(mkfifo(left.path, 0o600) == 0)
      #expect(throws: SentenceError.self) { try replace(file, with: Self.bytes) }
      try FileManager.default.removeItem(at: left)
      let target = folder.appending(path: "target")
      try Data("theirs".utf8).write(to: target)
      try FileManager.default.createSymbolicLink(at: left, withDestinationURL: target)
      #expect(throws: SentenceError.self) { try replace(file, with: Self.bytes) }
      #expect(try String(contentsOf: target, encoding: .utf8) == "theirs")
    }
  }

  @Test func aLinkIsFollowed() throws {
    try inTemporaryFolder { folder in
      let (link, target) = (folder.appending(path: "link"), folder.appending(path: "target"))
      try Data("old".utf8).write(to: target)
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: target)
      try replace(link, with: Self.bytes)
      #expect(try Data(contentsOf: target) == Data(Self.bytes))
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == target.path)
    }
  }
}

/// Drafts that the next program continues.
@Suite struct ContinuedDraftTests {
  @Test func theFinalNameAppearsOnlyWhenPublished() throws {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "file")
      let draft = try Draft(continuing: file.path)
      try draft.append([1, 2])
      #expect(try names(in: folder) == ["file.part"])
      try draft.append([3])
      try draft.publish()
      #expect(try names(in: folder) == ["file"] && Data(contentsOf: file) == Data([1, 2, 3]))
      try draft.append([4])
      #expect(try Data(contentsOf: file) == Data([1, 2, 3, 4]))
    }
  }

  @Test func whatWasThereIsContinuedAndKept() throws {
    try inTemporaryFolder { folder in
      let part = folder.appending(path: "file.part")
      try Data([1, 2, 3]).write(to: part)
      do {
        let draft = try Draft(continuing: folder.appending(path: "file").path)
        #expect(draft.byteCount == 3)
        try draft.append([4])
      }
      #expect(try Data(contentsOf: part) == Data([1, 2, 3, 4]))
    }
  }

  @Test func emptiedItIsForgotten() throws {
    try inTemporaryFolder { folder in
      let part = folder.appending(path: "file.part")
      try Data([1, 2, 3]).write(to: part)
      do {
        let draft = try Draft(continuing: folder.appending(path: "file").path)
        try draft.empty()
        try draft.append([9])
        #expect(try draft.byteCount == 1 && Data(contentsOf: part) == Data([9]))
        try draft.empty()
      }
      #expect(try names(in: folder) == [])
    }
  }

  @Test func aFolderInTheWayIsASentence() throws {
    try inTemporaryFolder { folder in
      let path = folder.appending(path: "file").path
      try makeFolder(URL(filePath: path + ".part"))
      #expect(throws: SentenceError("\(path).part cannot be written: Is a directory")) {
        try Draft(continuing: path)
      }
    }
  }

  @Test func aNameThatIsTakenByAFolderIsASentence() throws {
    try inTemporaryFolder { folder in
      let path = folder.appending(path: "file").path
      try makeFolder(URL(filePath: path))
      let draft = try Draft(continuing: path)
      #expect(throws: SentenceError("\(path) cannot be replaced: Is a directory")) {
        try draft.publish()
      }
    }
  }
}

private func names(in folder: URL) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: folder.path)
}
