import Foundation
import Layers
import Optimizers
import Testing

@testable import Training

/// Programs that are killed while they write a checkpoint.
///
/// `KILLS=200 swift test --filter KillTests` does it as often as one wants.
@Suite struct KillTests {
  /// Where a child writes: it finds the folder by the number of its parent.
  private static func folder(of process: pid_t) -> URL {
    FileManager.default.temporaryDirectory.appending(path: "checkpoint-kills-\(process)")
  }

  @Test func aCheckpointIsWholeWheneverItsWriterIsKilled() async throws {
    let folder = Self.folder(of: getpid())
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "net.safetensors")
    try Versioned(0).write(to: file)

    let kills = ProcessInfo.processInfo.environment["KILLS"].flatMap { Int($0) } ?? 6
    var (killed, interrupted) = (0, 0)
    // Longer if no moment so far was one of those that matter.
    while killed < kills || (interrupted == 0 && killed < kills + 50) {
      killed += 1
      await #expect(processExitsWith: .signal(SIGKILL)) {
        let file = KillTests.folder(of: getppid()).appending(path: "net.safetensors")
        // How long writing takes depends on the machine and on what else it does.
        let first = try Versioned(1), second = try Versioned(2)
        let usual = try ContinuousClock().measure { try first.write(to: file) }
        let moment = UInt32(usual / .microseconds(1) * Double.random(in: 0..<1.2))
        Thread {
          usleep(moment)
          kill(getpid(), SIGKILL)
        }.start()
        try second.write(to: file)
        for version in 3... { try Versioned(version).write(to: file) }
      }
      try Versioned.requireWhole(file)
      interrupted += try FileManager.default.contentsOfDirectory(atPath: folder.path).count - 1
    }
    print("\(killed) writers of checkpoints killed, \(interrupted) of them with a draft in hand")
    #expect(interrupted > 0)
    try Versioned(1).write(to: file)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["net.safetensors"])
  }
}

/// A checkpoint in which all numbers are the same, so that a mixture of two would be seen.
private struct Versioned {
  let net = NormedNet(seed: 1)
  let version: Int

  init(_ version: Int) throws {
    self.version = version
    try net.load(
      net.state.map { name, value in
        switch value {
        case .tensor(let tensor):
          (
            name,
            .tensor(
              .init(Array(repeating: Float(version), count: tensor.count), shape: tensor.shape))
          )
        case .count: (name, .count(version))
        }
      })
  }

  func write(to file: URL) throws {
    let optimizer = SGD(net.parameters, learningRate: 0.1, momentum: 0.9)
    try Checkpoint.write(
      net, optimizer, TrainingProgress(), settings: ["v": "\(version)"], to: file)
  }

  static func requireWhole(_ file: URL) throws {
    let checkpoint = try Checkpoint(file)
    let version = try #require(checkpoint.settings["v"].flatMap { Int($0) })
    let net = NormedNet(seed: 2)
    try checkpoint.load(into: net, SGD(net.parameters, learningRate: 0.1, momentum: 0.9))
    for (name, value) in net.state {
      switch value {
      case .tensor(let tensor):
        #expect(tensor.scalars.allSatisfy { $0 == Float(version) }, "\(name)")
      case .count(let count): #expect(count == version, "\(name)")
      }
    }
  }
}
