import Foundation
import Testing

@testable import Datasets

@Suite struct DownloadTests {
  private let folder = TemporaryFolder()
  private let tiny = TinySet.shared
  private var file: OfficialFile { tiny.set.trainingImages }
  private var bytes: [UInt8] { tiny.files[file.name]! }

  /// A server that does as it should, resuming where asked.
  private var good: TestServer {
    TestServer { [files = tiny.files] request in
      let bytes = files[String(request.path.dropFirst())]!
      guard request.start > 0 else { return .init(body: bytes) }
      let range = "Content-Range: bytes \(request.start)-\(bytes.count - 1)/\(bytes.count)"
      return .init(status: 206, body: Array(bytes[request.start...]), headers: [range])
    }
  }

  private func fetch(
    _ servers: [TestServer], patience: Double = 5, _ progress: (DownloadProgress) -> Void = { _ in }
  ) throws {
    try Download(servers.map(\.address), patience: patience)
      .fetch(file, into: folder.path + "/Tiny", progress: progress)
  }

  @Test func aGoodFileArrivesUnderItsName() throws {
    var seen: [DownloadProgress] = []
    let server = good
    try fetch([server]) { seen.append($0) }
    #expect(folder.contents == ["Tiny", "Tiny/\(file.name)"])
    #expect(folder.read("Tiny/\(file.name)") == bytes)
    #expect(seen.last == DownloadProgress(file: file.name, bytes: bytes.count, total: bytes.count))
    #expect(server.requests.map(\.path) == ["/\(file.name)"])
    #expect(server.requests[0].text.contains("Accept-Encoding: identity"))
  }

  @Test func anInterruptedDownloadGoesOnWhereItStopped() throws {
    folder.write(Array(bytes[..<100]), to: "Tiny/\(file.name).part")
    let server = good
    try fetch([server])
    #expect(folder.contents == ["Tiny", "Tiny/\(file.name)"])
    #expect(folder.read("Tiny/\(file.name)") == bytes)
    #expect(server.requests.map(\.start) == [100])
  }

  @Test func whatOneMirrorBeganAnotherCompletes() throws {
    let cut = TestServer { [bytes] _ in .init(body: Array(bytes[..<200]), announced: bytes.count) }
    let second = good
    try fetch([cut, second])
    #expect(folder.read("Tiny/\(file.name)") == bytes)
    #expect(second.requests.map(\.start) == [200])
  }

  @Test func aServerThatCannotResumeStartsOver() throws {
    folder.write(Array(bytes[..<100]), to: "Tiny/\(file.name).part")
    let simple = TestServer { [bytes] _ in .init(body: bytes) }
    try fetch([simple])
    #expect(folder.read("Tiny/\(file.name)") == bytes)
    #expect(simple.requests.count == 1)
  }

  @Test func wrongBytesFromBeforeCostNoMirror() throws {
    folder.write([UInt8](repeating: 0, count: 100), to: "Tiny/\(file.name).part")
    let server = good
    try fetch([server])
    #expect(folder.read("Tiny/\(file.name)") == bytes)
    #expect(server.requests.map(\.start) == [100, 0])
  }

  @Test(arguments: [0, 1]) func aPartThatIsAlreadyWholeIsOnlyChecked(extra: Int) throws {
    folder.write(bytes + [UInt8](repeating: 0, count: extra), to: "Tiny/\(file.name).part")
    let server = good
    try fetch([server])
    #expect(folder.read("Tiny/\(file.name)") == bytes)
    #expect(server.requests.count == extra)
  }

  @Test func wrongBytesSendUsToTheNextMirror() throws {
    let wrong = TestServer { [bytes] _ in .init(body: bytes.map { $0 ^ 1 }) }
    try fetch([wrong, good])
    #expect(folder.contents == ["Tiny", "Tiny/\(file.name)"])
    #expect(folder.read("Tiny/\(file.name)") == bytes)
  }

  @Test func onlyWhatIsMissingIsDownloaded() throws {
    let server = good
    tiny.write(to: folder, "Tiny", only: ["train-labels.gz", "t10k-images.gz"])
    let places = try DataDirectory(environment: [:], standard: folder.path)
    let data = try Dataset.load(
      tiny.set, from: places, by: Download([server.address]), progress: { _ in })
    #expect(data.training.count == 40)
    #expect(server.requests.map(\.path) == ["/train-images.gz", "/t10k-labels.gz"])
  }
}
