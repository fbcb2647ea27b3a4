import Foundation
import Testing

@testable import Datasets

@Suite struct InputFileTests {
  private let folder = TemporaryFolder()

  @Test func aFileIsReadToItsEnd() throws {
    let bytes = (0..<1_100_000).map { UInt8(truncatingIfNeeded: $0) }
    let path = folder.write(bytes, to: "file")
    #expect(try InputFile.bytes(of: path, limit: 1_100_000) == bytes)
  }

  @Test func aFileLongerThanTheLimitIsNotRead() {
    let path = folder.write([1, 2, 3], to: "file")
    #expect(
      sentence { _ = try InputFile.bytes(of: path, limit: 2) }
        == "\(path) is 3 bytes long; what is wanted has at most 2")
  }

  @Test func whatIsNoFileIsRefusedWithoutWaiting() {
    let pipe = folder.path + "/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    for path in [folder.path, pipe] {
      #expect(!InputFile.exists(path))
      #expect(sentence { _ = try InputFile(path) }.contains("is not a file that can be read"))
    }
  }
}
