import Autograd
import Chapter2Net
import Kernels
import Layers
import Optimizers
import TestSupport
import Testing

@Suite struct MemoryTests {
  /// In a process of its own, where nothing else asks for memory.
  @Test func aStepLikeTheOneBeforeAsksTheSystemForNothing() async {
    await #expect(processExitsWith: .success) {
      expectSteadyMemory { SGD($0, learningRate: 0.01, momentum: 0.5) }
    }
  }

  @Test func norDoesAStepOfAdam() async {
    await #expect(processExitsWith: .success) { expectSteadyMemory { Adam($0) } }
  }
}

private func expectSteadyMemory(_ makeOptimizer: ([Parameter]) -> any Optimizer) {
  var random = Random(seed: 1)
  let net = Net(using: &random)
  let optimizer = makeOptimizer(net.parameters)
  func train(batches: Int) {
    for batch in 0..<batches {
      // The last batch of an epoch of eight is smaller.
      let images = batch % 8 == 7 ? 3 : 8
      let x = Tensor.ramp([images, 1, 28, 28], seed: batch).on(Tape())
      optimizer.step(crossEntropy(net(x), Array(0..<images)).backward())
    }
  }
  train(batches: 16)
  let bytes = Storage.bytesFromSystem
  train(batches: 200)
  #expect(Storage.bytesFromSystem == bytes)
}
