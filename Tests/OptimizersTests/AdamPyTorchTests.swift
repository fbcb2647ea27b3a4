import Autograd
import Foundation
import Optimizers
import TestSupport
import Testing

/// Five steps of Adam, side by side with PyTorch's.
@Suite struct AdamPyTorchTests {
  @Test(arguments: try FixtureCase.load("adam"))
  func adamMovesAsInPyTorch(fixture: FixtureCase) { expectSameAsPyTorch(fixture) }

  /// In a process of its own, because which kernels run is settled once in a process.
  @Test func soItDoesOnTheReadableKernels() async {
    await #expect(processExitsWith: .success) {
      setenv("KERNELS", "reference", 1)
      for fixture in try FixtureCase.load("adam") { expectSameAsPyTorch(fixture) }
    }
  }
}

private func expectSameAsPyTorch(_ fixture: FixtureCase) {
  let (often, seldom) = (Parameter(fixture["often"]!), Parameter(fixture["seldom"]!))
  let settings = fixture.settings
  let optimizer = Adam(
    [often, seldom], learningRate: Float(settings["learningRate"]!), beta1: settings["beta1"]!,
    beta2: settings["beta2"]!, epsilon: Float(settings["epsilon"]!),
    weightDecay: Float(settings["weightDecay"]!))
  for step in 0..<5 {
    // The gradient of a weighted sum is the weights.
    let tape = Tape()
    var loss = (often.on(tape) * fixture["dOften\(step)"]!).sum()
    if let gradient = fixture["dSeldom\(step)"] { loss = loss + (seldom.on(tape) * gradient).sum() }
    optimizer.step(loss.backward())
    expectClose(often.value, fixture["often\(step)"]!, tolerance: 1e-6, "often \(step),")
    expectClose(seldom.value, fixture["seldom\(step)"]!, tolerance: 1e-6, "seldom \(step),")
  }
}
