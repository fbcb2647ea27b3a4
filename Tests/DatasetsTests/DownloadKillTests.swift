import Files
import Foundation
import Testing

@testable import Datasets

/// Programs that are killed while they download a file.
///
/// `KILLS=200 swift test --filter KillTests` does it as often as one wants.
@Suite struct DownloadKillTests {
  /// Where a child downloads to: it finds the folder by the number of its parent.
  private static func folder(of process: pid_t) -> String {
    FileManager.default.temporaryDirectory.path + "/download-kills-\(process)"
  }

  /// What is downloaded; that it is no data set is nothing to a download.
  private static let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) }

  private static func file(in folder: String) throws -> OfficialFile {
    let path = folder + "/original"
    if !isFile(path) { try Data(bytes).write(to: URL(filePath: path)) }
    return OfficialFile(
      name: "file", title: "bytes", kind: .images, byteCount: bytes.count,
      sha256: try SHA256.hexDigest(ofFile: path), unpackedSHA256: "")
  }

  @Test func aDownloadThatIsKilledLeavesNothingOrAllAndIsGoneOnWith() async throws {
    let folder = Self.folder(of: getpid())
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = try Self.file(in: folder)
    let server = TestServer { request in
      let range =
        "Content-Range: bytes \(request.start)-\(Self.bytes.count - 1)/\(Self.bytes.count)"
      return .init(
        status: request.start > 0 ? 206 : 200, body: Array(Self.bytes[request.start...]),
        headers: request.start > 0 ? [range] : [], pause: 1_000)
    }
    try Data(server.address.utf8).write(to: URL(filePath: folder + "/address"))

    let kills = ProcessInfo.processInfo.environment["KILLS"].flatMap { Int($0) } ?? 6
    var (interrupted, finished) = (0, 0)
    for _ in 0..<kills {
      await #expect(processExitsWith: .signal(SIGKILL)) {
        let folder = DownloadKillTests.folder(of: getppid())
        let file = try DownloadKillTests.file(in: folder)
        let address = try String(contentsOfFile: folder + "/address", encoding: .utf8)
        let moment = UInt32.random(in: 0..<150_000)
        Thread {
          usleep(moment)
          kill(getpid(), SIGKILL)
        }.start()
        try Download([address]).fetch(file, into: folder, progress: { _ in })
        while true { pause() }
      }
      if let part = FileManager.default.contents(atPath: folder + "/file.part") {
        #expect(part.elementsEqual(Self.bytes.prefix(part.count)))
        interrupted += part.isEmpty ? 0 : 1
      }
      if let whole = FileManager.default.contents(atPath: folder + "/file") {
        #expect(whole.elementsEqual(Self.bytes))
        try FileManager.default.removeItem(atPath: folder + "/file")
        finished += 1
      }
    }
    print(
      "\(kills) downloads killed, \(interrupted) of them with a part, \(finished) with the whole")
    try Download([server.address]).fetch(file, into: folder, progress: { _ in })
    let left = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(Set(left) == ["address", "original", "file"])
  }
}
