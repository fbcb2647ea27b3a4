import Kernels
import OneDNNKernels
import TestSupport
import Testing

@Suite struct SGDTests {
  @Test(
    arguments: [(1, 1, 1, 1), (17, 3, 5, 5), (33, 16, 3, 3), (64, 64, 3, 3)],
    [(0, 0), (0.9, 0), (0, 0.01), (0.5, 0.01)] as [(momentum: Float, weightDecay: Float)])
  func rulesAgree(
    shape: (Int, Int, Int, Int), settings: (momentum: Float, weightDecay: Float)
  ) {
    let count = shape.0 * shape.1 * shape.2 * shape.3
    var (fast, readable) = (Buffer.ramp(count), Buffer.ramp(count))
    var (fastVelocity, readableVelocity): (Buffer?, Buffer?) = (nil, nil)
    // The gradient comes in row-major order, then as a convolution lays it out, then back again.
    for step in 0..<4 {
      let shape = [shape.0, shape.1, shape.2, shape.3]
      let dw = laidOutBothWays(shape, seed: step)[step % 2]
      OneDNN.sgd(
        &fast, dw, velocity: &fastVelocity, learningRate: 0.1, momentum: settings.momentum,
        weightDecay: settings.weightDecay)
      Reference.sgd(
        &readable, dw, velocity: &readableVelocity, learningRate: 0.1, momentum: settings.momentum,
        weightDecay: settings.weightDecay)
      expectClose(fast, readable, tolerance: 1e-6)
    }
    #expect((fastVelocity == nil) == (readableVelocity == nil))
    if let a = fastVelocity, let b = readableVelocity { expectClose(a, b, tolerance: 1e-6) }
  }

  @Test(arguments: [OneDNN.self, Reference.self] as [any KernelSet.Type])
  func theFormulaByHand(kernels: any KernelSet.Type) {
    var (w, velocity): (Buffer, Buffer?) = (Buffer([1]), nil)
    func step(_ dw: Float) {
      kernels.sgd(
        &w, Buffer([dw]), velocity: &velocity, learningRate: 0.5, momentum: 0.5,
        weightDecay: 0.25)
    }
    step(2)
    #expect(w.scalars == [-0.125])  // 1 − 0.5 · (2 + 0.25 · 1)
    step(0)
    #expect(velocity?.scalars == [1.09375])  // 0.5 · 2.25 + 0.25 · −0.125
    #expect(w.scalars == [-0.671875])  // −0.125 − 0.5 · 1.09375
  }

  @Test(arguments: [OneDNN.self, Reference.self] as [any KernelSet.Type])
  func theOldWeightsStayAsTheyWere(kernels: any KernelSet.Type) {
    let old = Buffer([1, 2, 3])
    var (w, velocity): (Buffer, Buffer?) = (old, nil)
    kernels.sgd(
      &w, Buffer([1, 1, 1]), velocity: &velocity, learningRate: 1, momentum: 0,
      weightDecay: 0)
    #expect(old.scalars == [1, 2, 3])
    #expect(w.scalars == [0, 1, 2])
  }

  @Test(arguments: [OneDNN.self, Reference.self] as [any KernelSet.Type])
  func aVelocityThatSomebodyElseHoldsStaysAsItWas(kernels: any KernelSet.Type) {
    let held = Buffer([1, 2, 3])
    var (w, velocity): (Buffer, Buffer?) = (Buffer([0, 0, 0]), held)
    kernels.sgd(
      &w, Buffer([1, 1, 1]), velocity: &velocity, learningRate: 1, momentum: 0.5, weightDecay: 0)
    #expect(held.scalars == [1, 2, 3])
    #expect(velocity?.scalars == [1.5, 2, 2.5])
  }
}
