import Files
import Foundation
import Testing

@testable import Datasets

@Suite struct DownloadFailureTests {
  private let folder = TemporaryFolder()
  private let tiny = TinySet.shared
  private var file: OfficialFile { tiny.set.trainingImages }
  private var bytes: [UInt8] { tiny.files[file.name]! }

  private func failure(_ servers: TestServer..., patience: Double = 5) -> String {
    let download = Download(servers.map(\.address), patience: patience)
    return sentence { try download.fetch(file, into: folder.path, progress: { _ in }) }
  }

  @Test func everyMirrorsReasonIsListed() {
    let statuses = [403, 404, 500].map { status in TestServer { _ in .init(status: status) } }
    let error = failure(statuses[0], statuses[1], statuses[2])
    let lines = error.split(separator: "\n")
    #expect(lines[0] == "train-images.gz could not be downloaded:")
    for (line, (server, status)) in zip(lines.dropFirst(), zip(statuses, [403, 404, 500])) {
      #expect(
        line.hasPrefix("  \(server.address)train-images.gz: it answered with status \(status)"))
    }
    #expect(folder.contents == [])
  }

  @Test func aSilentServerIsGivenUp() {
    let silent = TestServer { _ in .init(hangs: true) }
    #expect(failure(silent, patience: 0.2).contains("not a byte came for 0.2 s, after 0"))
  }

  @Test func aServerThatIsWaitedForIsSaid() {
    let silent = TestServer { _ in .init(hangs: true) }
    let download = Download([silent.address, silent.address], patience: 1.2, silence: 0.1)
    var notices: [String] = []
    let error = sentence {
      try download.fetch(
        file, into: folder.path, notice: { notices.append($0) }, progress: { _ in })
    }
    #expect(error.contains("not a byte came for 1.2 s"))
    #expect(
      notices.first
        == "Waiting for 127.0.0.1 to send train-images.gz; after 1 s of silence the next "
        + "server is asked.")
  }

  @Test func aFailedDownloadSaysWhereItLookedBeforeAndLeavesNoFolder() throws {
    let places = try DataDirectory(environment: [:], standard: folder.path + "/data")
    let error = sentence {
      _ = try Dataset.load(
        tiny.set, from: places, by: Download(["http://127.0.0.1:1/"]), progress: { _ in })
    }
    #expect(
      error.hasPrefix("Tiny was not found:\n  \(folder.path)/data does not exist\nWanted are "))
    #expect(error.contains("\ntrain-images.gz could not be downloaded:\n  http://127.0.0.1:1/"))
    #expect(folder.contents == [])
  }

  @Test func aServerThatFallsSilentIsGivenUp() {
    let stalling = TestServer { [bytes] _ in
      .init(body: Array(bytes[..<300]), announced: bytes.count, hangs: true)
    }
    #expect(failure(stalling, patience: 1).contains("not a byte came for 1.0 s, after 300"))
    #expect(folder.read("train-images.gz.part") == Array(bytes[..<300]))
  }

  @Test func aServerThatStopsInTheMiddleSaysWhere() {
    let cut = TestServer { [bytes] _ in .init(body: Array(bytes[..<300]), announced: bytes.count) }
    #expect(failure(cut).contains("after 300 of \(bytes.count) bytes"))
    #expect(folder.contents == ["train-images.gz.part"])
  }

  @Test func aServerThatAnnouncesAnotherLengthCostsNothingWeHave() {
    folder.write(Array(bytes[..<300]), to: "train-images.gz.part")
    let page = TestServer { _ in .init(body: Array("<html>Log in first</html>".utf8)) }
    #expect(failure(page).contains("it announces 25 bytes where \(bytes.count) are wanted"))
    #expect(folder.read("train-images.gz.part") == Array(bytes[..<300]))
  }

  @Test func aServerThatSendsMoreThanItShouldIsCutOff() {
    let endless = TestServer { [bytes] _ in
      .init(body: bytes + bytes, lengthIsHidden: true)
    }
    #expect(failure(endless).contains("it sends more than the \(bytes.count) bytes"))
  }

  @Test func aRangeThatWasNotAskedForIsRefused() {
    folder.write(Array(bytes[..<300]), to: "train-images.gz.part")
    let other = TestServer { [bytes] _ in
      .init(status: 206, body: bytes, headers: ["Content-Range: bytes 0-9/10"])
    }
    #expect(failure(other).contains("asked for what follows byte 300, it sends bytes 0-9/10"))
  }

  @Test func aRedirectionIsFollowed() throws {
    let good = TestServer { [bytes] _ in .init(body: bytes) }
    let other = TestServer { request in
      .init(status: 302, headers: ["Location: \(good.address)elsewhere"])
    }
    try Download([other.address]).fetch(file, into: folder.path, progress: { _ in })
    #expect(folder.contents == ["train-images.gz"] && folder.read("train-images.gz") == bytes)
    #expect(good.requests.map(\.path) == ["/elsewhere"])
  }

  @Test(arguments: ["/train-images.gz", "file:///etc/hostname", "//", "http://127.0.0.1:1/"])
  func aRedirectionThatLeadsNowhereIsGivenUp(place: String) {
    let circle = TestServer { _ in .init(status: 302, headers: ["Location: \(place)"]) }
    #expect(failure(circle).contains("could not be downloaded"))
    #expect(folder.contents == [] && circle.requests.count < 100)
  }

  @Test func anAnswerThatIsNoneIsGivenUp() {
    let odd = TestServer { _ in .init(status: -1, headers: [String(repeating: "x", count: 1 << 20)])
    }
    #expect(failure(odd).contains("could not be downloaded"))
    #expect(folder.contents == [])
  }

  @Test func wrongBytesAreDeleted() {
    let wrong = TestServer { [bytes] _ in .init(body: bytes.map { $0 ^ 1 }) }
    #expect(failure(wrong).contains("its SHA-256 sum is wrong"))
    #expect(folder.contents == [])
  }

  @Test func aHostThatDoesNotListenIsASentence() {
    // Port 1 belongs to a service that no machine has offered for decades.
    let download = Download(["http://127.0.0.1:1/"], patience: 5)
    let error = sentence { try download.fetch(file, into: folder.path, progress: { _ in }) }
    #expect(error.contains("the host cannot be reached or refuses the connection"))
  }

  @Test func aFullDiskIsASentenceAndLeavesNothingUnderTheFinalName() async {
    await #expect(processExitsWith: .success) {
      let (folder, tiny) = (TemporaryFolder(), TinySet.shared)
      let file = tiny.set.trainingImages
      let body = tiny.files[file.name]!
      let server = TestServer { _ in .init(body: body) }
      // A disk on which there is room for 100 bytes.
      signal(SIGXFSZ, SIG_IGN)
      var room = rlimit(rlim_cur: 100, rlim_max: 100)
      #expect(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &room) == 0)
      let error = sentence {
        try Download([server.address]).fetch(file, into: folder.path, progress: { _ in })
      }
      #expect(
        error == "\(folder.path)/train-images.gz.part cannot be written further than 0 bytes: "
          + "File too large")
      #expect(folder.contents == [])
      #expect(server.requests.count == 1)
    }
  }

  @Test func aFolderThatCannotBeMadeIsASentence() {
    let path = folder.write([1], to: "file") + "/Tiny"
    let error = sentence { try Download([]).fetch(file, into: path, progress: { _ in }) }
    #expect(error.hasPrefix("The folder \(path) cannot be made: "))
  }

  @Test func twoProgramsDoNotWriteOneFile() throws {
    let other = try Draft(continuing: folder.path + "/train-images.gz")
    #expect(failure().contains("is being written by another program"))
    withExtendedLifetime(other) {}
  }
}
