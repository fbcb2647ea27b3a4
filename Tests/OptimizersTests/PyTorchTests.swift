import Autograd
import Chapter2Net
import Foundation
import Layers
import Optimizers
import TestSupport
import Testing

/// The first steps of the net of chapter 2, side by side with the code it comes from.
@Suite struct PyTorchTests {
  @Test(arguments: try FixtureCase.load("net"))
  func theNetLearnsAsInPyTorch(fixture: FixtureCase) { expectSameAsPyTorch(fixture, steps: 5) }

  /// Two steps, the second with momentum: to be read, not to be fast.
  ///
  /// In a process of its own, because which kernels run is settled once in a process.
  @Test func soItDoesOnTheReadableKernels() async {
    await #expect(processExitsWith: .success) {
      setenv("KERNELS", "reference", 1)
      for fixture in try FixtureCase.load("net") { expectSameAsPyTorch(fixture, steps: 2) }
    }
  }
}

private func expectSameAsPyTorch(_ fixture: FixtureCase, steps: Int) {
  var random = Random(seed: 7)
  let net = Net(using: &random)
  random = Random(seed: 7)
  for parameter in net.parameters {
    parameter.value = .uniform(parameter.value.shape, in: -0.0625...0.0625, using: &random)
  }
  let optimizer = SGD(
    net.parameters, learningRate: 0.01, momentum: 0.5,
    weightDecay: Float(fixture.settings["weightDecay"]!))

  for step in 0..<steps {
    let images = Tensor.uniform([8, 1, 28, 28], in: -1...1, using: &random)
    let labels = (0..<8).map { _ in Int(random.next() % 10) }
    let loss = crossEntropy(net(images.on(Tape())), labels)
    expectClose([loss.scalar], [fixture["losses"]!.scalars[step]], tolerance: 1e-5, "loss \(step),")

    let gradients = loss.backward()
    if step == 0, let wanted = fixture["gradients"] { expect(gradients, of: net, toBe: wanted) }
    optimizer.step(gradients)
    let weights = net.parameters.flatMap(\.value.scalars)
    let samples = stride(from: 0, to: weights.count, by: 97).map { weights[$0] }
    expectClose(samples, fixture["samples"]!.row(step), tolerance: 1e-5, "weights \(step),")
    let sum = weights.reduce(0) { $0 + Double(abs($1)) }
    expectClose([Float(sum)], [fixture["sums"]!.scalars[step]], tolerance: 1e-6, "sum \(step),")
  }
}

/// Each parameter by itself, so that small gradients are not lost beside large ones.
private func expect(_ gradients: Gradients, of net: Net, toBe wanted: Tensor) {
  var rest = wanted.scalars[...]
  for (name, parameter) in net.namedParameters {
    let count = parameter.value.count
    expectClose(
      gradients[parameter]!.scalars, Array(rest.prefix(count)), tolerance: 1e-4, "d\(name),")
    rest = rest.dropFirst(count)
  }
  #expect(rest.isEmpty)
}

extension Tensor {
  fileprivate func row(_ i: Int) -> [Float] { Array(scalars[i * shape[1]..<(i + 1) * shape[1]]) }
}
