import Autograd
import Layers
import TestSupport
import Testing

@Suite struct BatchNorm2DTests {
  @Test func itStartsAsPyTorchsDoes() {
    let norm = BatchNorm2D(3)
    #expect(norm.namedParameters.map(\.name) == ["weight", "bias"])
    #expect(norm.parameterCount == 6)
    #expect(norm.weight.value.scalars == [1, 1, 1])
    #expect(norm.bias.value.scalars == [0, 0, 0])
    #expect(norm.runningMean.scalars == [0, 0, 0])
    #expect(norm.runningVariance.scalars == [1, 1, 1])
    #expect((norm.epsilon, norm.momentum) == (1e-5, 0.1))
  }

  @Test(
    arguments: [
      (BatchNorm2D(16).description, "BatchNorm2D(16)"),
      (
        BatchNorm2D(1, epsilon: 0.001, momentum: 0.5).description,
        "BatchNorm2D(1, epsilon: 0.001, momentum: 0.5)"
      ),
      (BatchNorm2D(2, momentum: nil).description, "BatchNorm2D(2, momentum: nil)"),
    ])
  func itSaysItsSettings(description: String, wanted: String) { #expect(description == wanted) }

  @Test(arguments: try FixtureCase.load("norm"))
  func threeBatchesAndThenEvaluationAreAsInPyTorch(fixture: FixtureCase) {
    let norm = norm(of: fixture)
    for batch in 1...3 {
      let y = norm(fixture["x\(batch)"]!.on(Tape()))
      expectClose(y, fixture["y\(batch)"]!, tolerance: 1e-5, "y of batch \(batch),")
      expectClose(norm.runningMean, fixture["mean\(batch)"]!, tolerance: 1e-6)
      expectClose(norm.runningVariance, fixture["variance\(batch)"]!, tolerance: 1e-6)
    }
    let tape = Tape(.evaluation)
    let x = tape.watch(fixture["x"]!)
    let y = norm(x)
    expectClose(y, fixture["y"]!, tolerance: 1e-5)
    let gradients = (y * fixture["dy"]!).sum().backward()
    expectClose(gradients[x]!, fixture["dx"]!)
    expectClose(gradients[norm.weight]!, fixture["dweight"]!)
    expectClose(gradients[norm.bias]!, fixture["dbias"]!)
  }

  @Test func inEvaluationModeTheRunningStatisticsStay() {
    let norm = BatchNorm2D(2)
    let x = Tensor.ramp([2, 2, 3, 3])
    #expect(norm(x).scalars == norm(x.on(Tape(.evaluation))).scalars)
    #expect(norm.runningMean.scalars == [0, 0])
    #expect(norm.runningVariance.scalars == [1, 1])
  }

  @Test func inEvaluationModeAnImageDoesNotDependOnTheOthers() {
    let norm = BatchNorm2D(2)
    _ = norm(Tensor.ramp([4, 2, 3, 3], seed: 5).on(Tape()))
    let both = Tensor.ramp([2, 2, 3, 3])
    let alone = Tensor(Array(both.scalars[..<18]), shape: [1, 2, 3, 3])
    #expect(norm(alone).scalars == Array(norm(both).scalars[..<18]))
    let training = norm(alone.on(Tape())).scalars
    #expect(training != Array(norm(both.on(Tape())).scalars[..<18]))
  }

  /// A nudge of one number changes that number alone.
  @Test func theGradientInEvaluationModeIsThatOfAnAffineMap() {
    let norm = BatchNorm2D(1, epsilon: 0)
    norm.weight.value = .filled(with: 6, [1])
    norm.runningVariance = .filled(with: 4, [1])
    let x = Tape(.evaluation).watch(.ramp([2, 1, 2, 2]))
    #expect(norm(x).sum().backward()[x]?.scalars == [Float](repeating: 3, count: 8))
    let trained = Tape().watch(.ramp([2, 1, 2, 2]))
    let gradient = norm(trained).sum().backward()[trained]!.scalars
    #expect(gradient.allSatisfy { abs($0) < 1e-5 })  // the mean stays, whatever is nudged
  }

  /// Of one channel and two numbers each: means 2, 5 and 11, variances (of all, not of these) 2, 8, 0.
  @Test func withoutMomentumAllBatchesCountAlike() {
    let norm = BatchNorm2D(1, momentum: nil)
    for (low, high) in [(1, 3), (3, 7), (11, 11)] as [(Float, Float)] {
      _ = norm(Tensor([low, high], shape: [2, 1, 1, 1]).on(Tape()))
    }
    #expect(abs(norm.runningMean.scalars[0] - 6) < 1e-5)
    #expect(abs(norm.runningVariance.scalars[0] - 10 / 3) < 1e-5)
  }

  @Test func aResetForgetsEveryBatch() {
    let norm = BatchNorm2D(2)
    norm.weight.value = .ramp([2])
    for _ in 0..<3 { _ = norm(Tensor.ramp([2, 2, 3, 3]).on(Tape())) }
    #expect(norm.batchesTracked == 3)
    norm.resetRunningStatistics()
    #expect(norm.batchesTracked == 0)
    #expect(norm.runningMean.scalars == [0, 0] && norm.runningVariance.scalars == [1, 1])
    #expect(norm.weight.value.scalars == Tensor.ramp([2]).scalars)
  }

  @Test func runningStatisticsKeepNoTape() {
    let norm = BatchNorm2D(2)
    weak var forgotten: Tape?
    do {
      let tape = Tape()
      forgotten = tape
      norm.runningMean = Tensor.ramp([2]).on(tape)
      _ = norm(Tensor.ramp([2, 2, 3, 3]).on(tape)).sum().backward()
    }
    #expect(forgotten == nil)
    #expect(norm.runningMean.tape == nil)
  }

  private func norm(of fixture: FixtureCase) -> BatchNorm2D {
    let norm = BatchNorm2D(
      fixture["weight"]!.count, epsilon: Float(fixture.settings["epsilon"]!),
      momentum: Float(fixture.settings["momentum"]!))
    norm.weight.value = fixture["weight"]!
    norm.bias.value = fixture["bias"]!
    return norm
  }
}
