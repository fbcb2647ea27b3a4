import Foundation
import TestSupport
import Testing

@testable import Safetensors

/// What becomes of the older file, and of what lies beside.
@Suite struct DraftTests {
  static let tensor = NamedNumbers("a", shape: [1000], .floats(Array(repeating: 1, count: 1000)))

  @Test func aFullDiskLeavesTheOlderFile() async {
    await #expect(processExitsWith: .success) {
      try inTemporaryFolder { folder in
        let file = folder.appending(path: "a.safetensors")
        try Data("old".utf8).write(to: file)
        // A disk on which there is room for 1000 bytes.
        signal(SIGXFSZ, SIG_IGN)
        var room = rlimit(rlim_cur: 1000, rlim_max: 1000)
        #expect(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &room) == 0)
        let error = #expect(throws: SafetensorsError.self) {
          try SafetensorsFile.write([Self.tensor], to: file)
        }
        #expect(error?.description == "\(file.path) cannot be written: File too large")
        #expect(try String(contentsOf: file, encoding: .utf8) == "old")
        #expect(try names(in: folder) == ["a.safetensors"])
      }
    }
  }

  @Test func whatCannotBeWrittenIsSaidBefore() throws {
    try inTemporaryFolder { folder in
      func sentence(_ file: URL) -> String? {
        let error = #expect(throws: SafetensorsError.self) {
          try SafetensorsFile.requireWritable(file)
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
      let file = folder.appending(path: "a.safetensors")
      try SafetensorsFile.requireWritable(file)
      #expect(try names(in: folder) == [])
      try Data("old".utf8).write(to: file)
      try SafetensorsFile.requireWritable(file)
      #expect(try String(contentsOf: file, encoding: .utf8) == "old")
      #expect(try names(in: folder) == ["a.safetensors"])
    }
  }

  @Test func whatAKilledWriterLeftIsTakenOver() throws {
    try inTemporaryFolder { folder in
      let (file, left) = (
        folder.appending(path: "a.safetensors"), folder.appending(path: ".a.safetensors.part")
      )
      try Data(repeating: 1, count: 100_000).write(to: left)
      try SafetensorsFile.write([Self.tensor], to: file)
      #expect(try SafetensorsFile(file).floats("a").count == 1000)
      #expect(try names(in: folder) == ["a.safetensors"])
    }
  }

  @Test func twoProgramsDoNotWriteOneFile() throws {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "a.safetensors")
      let other = try Draft(of: file)
      try other.append([1, 2])
      let error = #expect(throws: SafetensorsError.self) {
        try SafetensorsFile.write([Self.tensor], to: file)
      }
      #expect(
        error?.description
          == "\(file.path) is being written by another program; wait until it has ended")
      try other.publish()
      #expect(try Data(contentsOf: file) == Data([1, 2]))
      // The name is free again, though the other still exists.
      try SafetensorsFile.write([Self.tensor], to: file)
      withExtendedLifetime(other) {}
      #expect(try names(in: folder) == ["a.safetensors"])
    }
  }

  @Test func aPipeOrALinkInThePlaceOfTheDraftIsASentence() throws {
    try inTemporaryFolder { folder in
      let (file, left) = (folder.appending(path: "a"), folder.appending(path: ".a.part"))
      #expect(mkfifo(left.path, 0o600) == 0)
      #expect(throws: SafetensorsError.self) { try SafetensorsFile.write([Self.tensor], to: file) }
      try FileManager.default.removeItem(at: left)
      let target = folder.appending(path: "target")
      try Data("theirs".utf8).write(to: target)
      try FileManager.default.createSymbolicLink(at: left, withDestinationURL: target)
      #expect(throws: SafetensorsError.self) { try SafetensorsFile.write([Self.tensor], to: file) }
      #expect(try String(contentsOf: target, encoding: .utf8) == "theirs")
    }
  }

  @Test func aLinkIsFollowed() throws {
    try inTemporaryFolder { folder in
      let (link, target) = (folder.appending(path: "link"), folder.appending(path: "target"))
      try Data("old".utf8).write(to: target)
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: target)
      try SafetensorsFile.write([Self.tensor], to: link)
      #expect(try SafetensorsFile(target).entries.map(\.name) == ["a"])
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == target.path)
    }
  }
}
