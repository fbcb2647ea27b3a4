import Chapter3Blocks
import Foundation
import Layers
import TestSupport
import Testing

/// Ours and PyTorch's on shapes and settings that were drawn at random: those of `Tests/Fixtures`, or
/// those that `Tests/Peers/parity.py` has just drawn.
@Suite struct ParityTests {
  static let cases = try! FixtureCase.load(
    ProcessInfo.processInfo.environment["PARITY_CASES"] ?? "parity")

  @Test(arguments: cases) func weAgreeWithPyTorch(fixture: FixtureCase) {
    expectParity(fixture)
  }

  /// In a process of its own, because which kernels run is settled once in a process.
  @Test func soDoTheReadableKernels() async {
    await #expect(processExitsWith: .success) {
      setenv("KERNELS", "reference", 1)
      for fixture in Self.cases { expectParity(fixture) }
    }
  }

  @Test func nothingIsLeftOutOfTheDraw() throws {
    let drawn = Set(Self.cases.map { $0.operation.lowercased() })
    let folder = URL(filePath: #filePath).appending(path: "../../../Sources/Autograd/Ops")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.standardized.path)
    let others = [
      "residual", "preactivationResidual", "sgd", "adam", "batchNorm2DLayer", "constantSchedule",
      "stepSchedule", "cosineSchedule",
    ]
    #expect(
      drawn
        == Set((files.map { String($0.dropLast(".swift".count)) } + others).map { $0.lowercased() })
    )
  }
}

private func expectParity(_ fixture: FixtureCase) {
  switch fixture.operation {
  case "sgd", "adam": expectSameSteps(fixture)
  case "constantSchedule", "stepSchedule", "cosineSchedule": expectSameRates(fixture)
  case "batchNorm2DLayer": expectSameMemory(fixture)
  case "residual":
    let block = makeBlock(fixture) { Residual($0, $1, stride: $2, using: &$3) }
    expectSameBlock(fixture, block) { $0.replacing(/^bn/, with: "b") }
  case "preactivationResidual":
    let block = makeBlock(fixture) { PreactivationResidual($0, $1, stride: $2, using: &$3) }
    expectSameBlock(fixture, block) { $0 }
  default:
    expectSameOperation(fixture)
    if let layer = makeLayer(fixture) { expectSameLayer(fixture, layer) }
  }
}
