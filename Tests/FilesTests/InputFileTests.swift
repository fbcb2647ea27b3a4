import Files
import Foundation
import Sentences
import TestSupport
import Testing

@Suite struct InputFileTests {
  @Test func aFileIsReadToItsEnd() throws {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "file")
      let bytes = (0..<1_100_000).map { UInt8(truncatingIfNeeded: $0) }
      try Data(bytes).write(to: file)
      #expect(try InputFile.bytes(of: file.path, limit: 1_100_000) == bytes)
    }
  }

  @Test func aFileLongerThanTheLimitIsNotRead() throws {
    try inTemporaryFolder { folder in
      let path = folder.appending(path: "file").path
      try Data([1, 2, 3]).write(to: URL(filePath: path))
      #expect(
        throws: SentenceError("\(path) is 3 bytes long; what is wanted has at most 2")
      ) {
        try InputFile.bytes(of: path, limit: 2)
      }
    }
  }

  @Test func whatIsNoFileIsRefusedWithoutWaiting() throws {
    try inTemporaryFolder { folder in
      let pipe = folder.appending(path: "pipe").path
      #expect(mkfifo(pipe, 0o600) == 0)
      for (path, found) in [(folder.path, "a folder"), (pipe, "a device or a pipe")] {
        #expect(!isFile(path))
        #expect(
          throws: SentenceError("\(path) is \(found), not a file that can be read to its end")
        ) { try InputFile(path) }
      }
      let link = folder.appending(path: "link").path
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "nowhere")
      #expect(throws: SentenceError("\(link) is a link to nowhere, which does not exist")) {
        try InputFile(link)
      }
    }
  }
}
