import Kernels
import OneDNNKernels
import TestSupport
import Testing

@Suite struct AdamTests {
  @Test(
    arguments: [(1, 1, 1, 1), (17, 3, 5, 5), (33, 16, 3, 3), (64, 64, 3, 3)],
    [(0.9, 0.999, 1e-8, 0), (0.5, 0.9, 1e-3, 0.01), (0, 0, 1, 0)]
      as [(Double, Double, Float, Float)])
  func rulesAgree(shape: (Int, Int, Int, Int), settings: (Double, Double, Float, Float)) {
    let count = shape.0 * shape.1 * shape.2 * shape.3
    var (fast, readable) = (Buffer.ramp(count), Buffer.ramp(count))
    var (fastMean, fastSquare): (Buffer?, Buffer?) = (nil, nil)
    var (mean, square): (Buffer?, Buffer?) = (nil, nil)
    // The gradient comes in row-major order, then as a convolution lays it out, then back again.
    for step in 1...4 {
      let shape = [shape.0, shape.1, shape.2, shape.3]
      let dw = laidOutBothWays(shape, seed: step)[step % 2]
      let (betas, epsilon, decay) = ((settings.0, settings.1), settings.2, settings.3)
      OneDNN.adam(
        &fast, dw, mean: &fastMean, squaredMean: &fastSquare, learningRate: 0.1, betas: betas,
        epsilon: epsilon, weightDecay: decay, step: step)
      Reference.adam(
        &readable, dw, mean: &mean, squaredMean: &square, learningRate: 0.1, betas: betas,
        epsilon: epsilon, weightDecay: decay, step: step)
      expectClose(fast, readable, tolerance: 1e-6, "weights")
      expectClose(fastMean!, mean!, tolerance: 1e-6, "mean")
      expectClose(fastSquare!, square!, tolerance: 1e-6, "squared mean")
    }
  }

  @Test(arguments: [OneDNN.self, Reference.self] as [any KernelSet.Type])
  func theFormulaByHand(kernels: any KernelSet.Type) {
    var (w, mean, square): (Buffer, Buffer?, Buffer?) = (Buffer([1]), nil, nil)
    func step(_ number: Int, _ dw: Float) {
      kernels.adam(
        &w, Buffer([dw]), mean: &mean, squaredMean: &square, learningRate: 0.5,
        betas: (0.5, 0.75), epsilon: 0.5, weightDecay: 0.5, step: number)
    }
    step(1, 1)
    #expect(mean?.scalars == [0.75])  // half of g = 1 + 0.5 · 1
    #expect(square?.scalars == [0.5625])  // a quarter of 1.5²
    #expect(w.scalars == [0.625])  // 1 − 0.5 · 1.5 / (1.5 + 0.5)
    step(2, -0.3125)
    #expect(mean?.scalars == [0.375])  // half of it, and of g = −0.3125 + 0.5 · 0.625
    #expect(square?.scalars == [0.421875])  // three quarters
    // 0.375 is half of the mean of 1.5 and 0 with weights ½ and 1, and so on: 0.375 / 0.75 = 0.5, and
    // 0.421875 / 0.4375 = 27 / 28.
    expectClose(w.scalars, [0.625 - 0.25 / (Float(27.0 / 28).squareRoot() + 0.5)], tolerance: 1e-6)
  }

  @Test(arguments: [OneDNN.self, Reference.self] as [any KernelSet.Type])
  func aWeightWithoutSlopeStays(kernels: any KernelSet.Type) {
    var (w, mean, square): (Buffer, Buffer?, Buffer?) = (Buffer([7, -7]), nil, nil)
    kernels.adam(
      &w, Buffer([0, 1]), mean: &mean, squaredMean: &square, learningRate: 1,
      betas: (0.9, 0.999), epsilon: 1e-8, weightDecay: 0, step: 1)
    #expect(w.scalars == [7, -8])
  }

  @Test(arguments: [OneDNN.self, Reference.self] as [any KernelSet.Type])
  func whatSomebodyElseHoldsStaysAsItWas(kernels: any KernelSet.Type) {
    let (old, heldMean, heldSquare) = (Buffer([1, 2, 3]), Buffer([1, 0, 1]), Buffer([4, 4, 4]))
    var (w, mean, square): (Buffer, Buffer?, Buffer?) = (old, heldMean, heldSquare)
    kernels.adam(
      &w, Buffer([1, 1, 1]), mean: &mean, squaredMean: &square, learningRate: 1,
      betas: (0.5, 0.5), epsilon: 1e-8, weightDecay: 0, step: 9)
    #expect(old.scalars == [1, 2, 3] && w.scalars != [1, 2, 3])
    #expect(heldMean.scalars == [1, 0, 1] && mean?.scalars == [1, 0.5, 1])
    #expect(heldSquare.scalars == [4, 4, 4] && square?.scalars == [2.5, 2.5, 2.5])
  }

  @Test func whatIsUniquelyReferencedIsUpdatedInPlace() {
    var (w, mean, square): (Buffer, Buffer?, Buffer?) = (Buffer([1]), Buffer([2]), Buffer([3]))
    let places = [mean!.start, square!.start]
    OneDNN.adam(
      &w, Buffer([1]), mean: &mean, squaredMean: &square, learningRate: 1, betas: (0.9, 0.999),
      epsilon: 1e-8, weightDecay: 0, step: 1)
    #expect([mean!.start, square!.start] == places)
  }

  /// In `Float`s, `1 − 0.999` would be 0.000999987.
  @Test(arguments: [OneDNN.self, Reference.self] as [any KernelSet.Type])
  func theBiasCorrectionIsExact(kernels: any KernelSet.Type) {
    var (w, mean, square): (Buffer, Buffer?, Buffer?) = (Buffer([0]), nil, nil)
    for step in [1, 1000] {
      (w, mean, square) = (Buffer([0]), nil, nil)
      kernels.adam(
        &w, Buffer([1]), mean: &mean, squaredMean: &square, learningRate: 1,
        betas: (0, 0.999), epsilon: 1e-20, weightDecay: 0, step: step)
      #expect(square?.scalars == [0.001])
      // √(0.001 / (1 − 0.999ᵗ)): 1 for t = 1, and √(0.001 / 0.632304575) for t = 1000.
      expectClose(w.scalars, [step == 1 ? -1 : -25.145667], tolerance: 3e-7)
    }
  }
}
