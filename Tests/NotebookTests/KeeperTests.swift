import Autograd
import Foundation
import Layers
import Optimizers
import Testing
import Training

@testable import Notebook

@Suite final class KeeperTests {
  let folder = FileManager.default.temporaryDirectory.appending(path: "keeper-\(UUID())")
  let net: Linear

  init() throws {
    var random = Random(seed: 1)
    net = Linear(2, 2, using: &random)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func keeper(_ file: URL, earlierEpochs: Int = 0) -> Keeper {
    Keeper(
      file: file, net: net, optimizer: SGD(net.parameters, learningRate: 0.1),
      settings: ["seed": "1"],
      preparation: Preparation(shorterSide: 28, side: 28, mean: [0.5], deviation: [0.25]),
      earlierEpochs: earlierEpochs)
  }

  /// A training some epochs of which are over, with so many pictures right after each.
  private func progress(_ correct: Int..., batches: Int = 0) throws -> TrainingProgress {
    func epoch(_ number: Int, _ correct: Int, batches: Int) -> String {
      #"{"number":\#(number),"windows":[],"batches":\#(batches),"loss":1,"trainedCorrect":0,"#
        + #""trained":9,"correct":\#(correct),"tested":9,"seconds":1}"#
    }
    let over = correct.enumerated().map { epoch($0 + 1, $1, batches: 5) }.joined(separator: ",")
    let json =
      #"{"history":{"epochs":[\#(over)],"wasStopped":false},"losses":[],"#
      + #""epoch":\#(epoch(correct.count + 1, 0, batches: batches))}"#
    return try JSONDecoder().decode(TrainingProgress.self, from: Data(json.utf8))
  }

  @Test func theBestLiesBeside() {
    func best(_ path: String) -> String { URL(filePath: path).best.path }
    #expect(best("/a/net.safetensors") == "/a/net-best.safetensors")
    #expect(best("/a.b/net") == "/a.b/net-best")
  }

  @Test func theBestEpochIsTheFirstOfTheBest() throws {
    let keeper = keeper(folder.appending(path: "net"))
    #expect(try keeper.isBest(progress(3)) && keeper.isBest(progress(3, 4)))
    #expect(try !keeper.isBest(progress(3, 3)) && !keeper.isBest(progress(3, 2)))
    #expect(try !keeper.isBest(progress(3, 4, batches: 1)) && !keeper.isBest(progress(batches: 1)))
  }

  @Test func anotherFilesEpochsAreNotCompared() throws {
    let keeper = keeper(folder.appending(path: "net"), earlierEpochs: 1)
    #expect(try keeper.isBest(progress(5, 3)) && !keeper.isBest(progress(5, 3, 3)))
  }

  @Test func theFileAndTheBestAreWritten() throws {
    let file = folder.appending(path: "net.safetensors")
    try keeper(file).keep(progress(3))
    let old = net.weight.value
    net.weight.value = .zeros([2, 2])
    try keeper(file).keep(progress(3, 2))
    #expect(try Checkpoint(file).progress == progress(3, 2))
    #expect(try Checkpoint(file).settings == ["seed": "1"])
    let best = try Checkpoint(file.best)
    #expect(best.progress == nil)
    try best.load(into: net, SGD(net.parameters, learningRate: 0.1))
    #expect(net.weight.value.scalars == old.scalars)
  }

  @Test func aFullDiskDoesNotEndTheTraining() async throws {
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardOutputContent]
    ) {
      signal(SIGXFSZ, SIG_IGN)
      let tests = try KeeperTests()
      var room = rlimit(rlim_cur: 100, rlim_max: 100)
      #expect(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &room) == 0)
      try tests.keeper(tests.folder.appending(path: "net")).keep(tests.progress(3))
      #expect(try FileManager.default.contentsOfDirectory(atPath: tests.folder.path) == [])
    }
    let text = String(decoding: try #require(result).standardOutputContent, as: UTF8.self)
    #expect(text.contains("What was learned could not be kept."), "\(text)")
    #expect(text.contains("File too large"))
  }
}
