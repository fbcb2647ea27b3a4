import Kernels
import OneDNNKernels
import TestSupport
import Testing

private let batches = [
  ImageGeometry(images: 5, channels: 1, height: 1, width: 1),
  ImageGeometry(images: 1, channels: 1, height: 7, width: 5),
  ImageGeometry(images: 2, channels: 3, height: 4, width: 4),
  ImageGeometry(images: 3, channels: 16, height: 1, width: 2),
  ImageGeometry(images: 3, channels: 17, height: 5, width: 3),
  ImageGeometry(images: 2, channels: 33, height: 6, width: 5),
  ImageGeometry(images: 5, channels: 64, height: 14, width: 14),
  ImageGeometry(images: 4, channels: 65, height: 24, width: 20),
]

private let all: [any KernelSet.Type] = fastSets + [Reference.self]

@Suite struct BatchNorm2DTests {
  @Test(arguments: batches, fastSets)
  func normsAgreeInEveryMixOfLayouts(g: ImageGeometry, fast: any KernelSet.Type) {
    let n = normalization(g)
    let xs = laidOutBothWays(g), dys = laidOutBothWays(g, seed: 3)
    let readable = Reference.batchNorm2D(xs[0], n, g)
    let given = moments(g)
    let fixed = Reference.batchNorm2D(xs[0], n, given: given, g)
    let back = Reference.batchNorm2DGradient(dys[0], xs[0], n, measured: readable.measured, g)
    let fixedBack = Reference.batchNorm2DGradient(dys[0], xs[0], n, given: given, g)
    for x in xs {
      let norm = fast.batchNorm2D(x, n, g)
      expectClose(norm.y, readable.y)
      expectClose(
        norm.measured.mean.map(Float.init), readable.measured.mean.map(Float.init), tolerance: 1e-6)
      expectClose(
        norm.measured.variance.map(Float.init), readable.measured.variance.map(Float.init),
        tolerance: 1e-5)
      expectClose(fast.batchNorm2D(x, n, given: given, g), fixed)
      for dy in dys {
        expectSame(fast.batchNorm2DGradient(dy, x, n, measured: readable.measured, g), back)
        expectSame(fast.batchNorm2DGradient(dy, x, n, given: given, g), fixedBack)
      }
    }
  }

  /// Norm, relu and sum are computed together where nobody reads what is in between.
  @Test(arguments: batches, [false, true])
  func whatIsComputedInOnePassHasTheSameBits(g: ImageGeometry, isSum: Bool) {
    let n = normalization(g)
    for x in laidOutBothWays(g) {
      let (other, dy) = (laidOutBothWays(g, seed: 4)[1], laidOutBothWays(g, seed: 3)[0])
      func bits(reading: Bool) -> [[UInt32]] {
        let (norm, measured) = OneDNN.batchNorm2D(x, n, g)
        #expect(norm.pending != nil)
        if reading { _ = norm.start }
        let sum = isSum ? OneDNN.add(other, norm) : norm
        if reading { _ = sum.start }
        let y = OneDNN.relu(sum)
        let masked = OneDNN.reluGradient(dy, y: y)
        if reading { _ = masked.start }
        let back = OneDNN.batchNorm2DGradient(masked, x, n, measured: measured, g)
        let fixed = OneDNN.batchNorm2DGradient(masked, x, n, given: measured, g)
        #expect((norm.pending == nil) == reading)
        return [y, masked, back.x, back.w, back.b, fixed.x, fixed.w, fixed.b].map {
          $0.scalars.map(\.bitPattern)
        }
      }
      #expect(bits(reading: false) == bits(reading: true))
    }
  }

  /// A gradient that is still pending is masked by its own relu, not by that of the norm it goes to.
  @Test func aGradientThroughAnotherNormsReLUIsComputedFirst() {
    let g = batches[4]
    let (x, other, dy) = (Buffer.ramp(g.count), Buffer.ramp(g.count, seed: 2), Buffer.ramp(g.count))
    let n = normalization(g)
    func gradient(_ kernels: any KernelSet.Type) -> Buffer {
      let (y, measured) = kernels.batchNorm2D(other, n, g)
      let masked = kernels.reluGradient(dy, y: kernels.relu(y))
      return kernels.batchNorm2DGradient(masked, x, n, measured: measured, g).x
    }
    expectClose(gradient(OneDNN.self), gradient(Reference.self))
  }

  @Test(arguments: all) func byHand(kernels: any KernelSet.Type) {
    let g = ImageGeometry(images: 2, channels: 2, height: 1, width: 2)
    let x = Buffer([1, 3, 10, 10, 5, 7, 20, 40])
    let n = Normalization(
      weight: Buffer([1, 2]), bias: Buffer([0, 5]), epsilon: 4)
    let (y, measured) = kernels.batchNorm2D(x, n, g)
    #expect(measured.mean == [4, 20])
    #expect(measured.variance == [5, 150])
    let (a, b) = (1 / Float(9).squareRoot(), 2 / Float(154).squareRoot())
    expectClose(
      y.scalars, [-3 * a, -a, 5 - 10 * b, 5 - 10 * b, a, 3 * a, 5, 5 + 20 * b], tolerance: 1e-6)
  }

  /// A sum of squares would need twice as many digits as there are.
  @Test(arguments: all, [Float(1000), -1e5])
  func statisticsAreExactAtLargeMeans(kernels: any KernelSet.Type, mean: Float) {
    for (images, height) in [(64, 1), (2, 100), (1, 500)] {
      let g = ImageGeometry(images: images, channels: 3, height: height, width: 100)
      let x = ramp(g.count).map { mean + Float(3).squareRoot() * $0 }
      let measured = kernels.batchNorm2D(
        Buffer(x), Normalization(weight: .ramp(3), bias: .ramp(3), epsilon: 0), g
      ).measured
      for c in 0..<3 {
        let channel = x.indices.filter { $0 / g.pixels % 3 == c }.map { Double(x[$0]) }
        let wanted = channel.reduce(0, +) / Double(channel.count)
        let squares = channel.reduce(0) { $0 + ($1 - wanted) * ($1 - wanted) }
        expectClose([Float(measured.mean[c])], [Float(wanted)], tolerance: 0)
        expectClose(
          [Float(measured.variance[c])], [Float(squares / Double(channel.count))],
          tolerance: 3e-5)
      }
    }
  }

  /// Not even if it is the first number, which everything is measured from.
  @Test(arguments: all) func oneOutlierDoesNotSpoilTheOthers(kernels: any KernelSet.Type) {
    let g = ImageGeometry(images: 2, channels: 1, height: 20, width: 20)
    var x = ramp(g.count)
    x[0] = 1e4
    let measured = kernels.batchNorm2D(
      Buffer(x), Normalization(weight: .ramp(1), bias: .ramp(1), epsilon: 0), g
    ).measured
    let mean = x.reduce(0) { $0 + Double($1) } / 800
    let variance = x.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / 800
    expectClose(measured.mean.map(Float.init), [Float(mean)], tolerance: 1e-5)
    expectClose(measured.variance.map(Float.init), [Float(variance)], tolerance: 1e-5)
  }

  @Test(arguments: [1, 5]) func theSameNumbersGiveTheSameBits(images: Int) {
    let g = ImageGeometry(images: images, channels: 33, height: 40, width: 30)
    let n = normalization(g)
    let (x, dy) = (Buffer.ramp(g.count), Buffer.ramp(g.count, seed: 13))
    func bits() -> [[UInt64]] {
      let (y, measured) = OneDNN.batchNorm2D(x, n, g)
      let back = OneDNN.batchNorm2DGradient(dy, x, n, measured: measured, g)
      return [y, back.x, back.w, back.b].map { $0.scalars.map { UInt64($0.bitPattern) } }
        + [measured.mean, measured.variance].map { $0.map(\.bitPattern) }
    }
    let first = bits()
    for _ in 0..<5 { #expect(bits() == first) }
  }

  @Test(arguments: all) func whatIsNotANumberIsPassedOn(kernels: any KernelSet.Type) {
    let g = ImageGeometry(images: 1, channels: 2, height: 1, width: 3)
    let (x, n) = (Buffer([1, .nan, 3, 4, 6, 8]), normalization(g))
    let (y, measured) = kernels.batchNorm2D(x, n, g)
    #expect(y.scalars[..<3].allSatisfy { $0.isNaN })
    #expect(y.scalars[3...].allSatisfy { $0.isFinite })
    let back = kernels.batchNorm2DGradient(Buffer([1, 1, 1, 1, 1, 1]), x, n, measured: measured, g)
    #expect(back.x.scalars[..<3].allSatisfy { $0.isNaN })
    #expect(back.x.scalars[3...].allSatisfy { $0.isFinite })
  }

  @Test(arguments: all) func aChannelOfOneNumberBecomesItsBias(kernels: any KernelSet.Type) {
    let g = ImageGeometry(images: 2, channels: 17, height: 3, width: 3)
    let n = normalization(g)
    let x = Buffer(repeating: 0.3, count: g.count)
    let (y, measured) = kernels.batchNorm2D(x, n, g)
    expectClose(
      y.scalars, (0..<g.count).map { n.bias.scalars[$0 / 9 % 17] }, tolerance: 1e-3)
    #expect(measured.variance.allSatisfy { (0...1e-12).contains($0) })
  }

  /// Two numbers become ±1 wherever they are; only ε keeps a trace of how far they are apart, one part
  /// in a million, and that is what must not be lost in rounding.
  @Test(arguments: all) func whatIsLeftOfTwoNumbersIsExact(kernels: any KernelSet.Type) {
    let g = ImageGeometry(images: 2, channels: 1, height: 1, width: 1)
    let n = Normalization(weight: Buffer([1.5]), bias: Buffer([0]), epsilon: 1e-5)
    let (x, dy) = (Buffer([-21.003, -22.086]), Buffer([0.8838, 0.4457]))
    let measured = kernels.batchNorm2D(x, n, g).measured
    let found = kernels.batchNorm2DGradient(dy, x, n, measured: measured, g).x.scalars
    let half = (Double(x.scalars[0]) - Double(x.scalars[1])) / 2
    let apart = (Double(dy.scalars[0]) - Double(dy.scalars[1])) / 2
    let variance = half * half + Double(n.epsilon)
    let left = 1.5 / variance.squareRoot() * apart * Double(n.epsilon) / variance
    expectClose(found, [Float(left), Float(-left)], tolerance: 1e-6)
  }

  /// Half the distance of two numbers has more digits than a `Float` has left for their mean.
  @Test(arguments: all) func numbersFarFromZeroAreNormalizedExactly(kernels: any KernelSet.Type) {
    let g = ImageGeometry(images: 2, channels: 1, height: 1, width: 1)
    let n = Normalization(weight: Buffer([2]), bias: Buffer([0]), epsilon: 1e-5)
    for x in [[-20.3, -20.1003], [999.7, 1000], [-3.0001, -3]] as [[Float]] {
      let half = (Double(x[0]) - Double(x[1])) / 2
      let y = Float(2 * half / (half * half + Double(n.epsilon)).squareRoot())
      expectClose(kernels.batchNorm2D(Buffer(x), n, g).y.scalars, [y, -y], tolerance: 3e-7)
    }
  }

  /// In `Float`, thirty million and one is thirty million.
  @Test(arguments: all) func theGradientOfABiasCountsSmallNumbersBesideLargeOnes(
    kernels: any KernelSet.Type
  ) {
    let g = ImageGeometry(images: 2, channels: 1, height: 2, width: 2)
    let (x, dy) = (Buffer.ramp(8), Buffer([3e7, 1, 1, 1, 1, 1, 1, -3e7]))
    let n = Normalization(weight: Buffer([1]), bias: Buffer([0]), epsilon: 1e-5)
    let measured = kernels.batchNorm2D(x, n, g).measured
    #expect(kernels.batchNorm2DGradient(dy, x, n, measured: measured, g).b.scalars == [6])
    #expect(kernels.batchNorm2DGradient(dy, x, n, given: measured, g).b.scalars == [6])
  }

  /// The gradient of a bias before a norm is zero, and what is rounded must not add up to another.
  ///
  /// A channel of equal numbers has the steepest slope there is.
  @Test(arguments: all) func whatTheNormTakesAwayGetsNoGradient(kernels: any KernelSet.Type) {
    let g = ImageGeometry(images: 2, channels: 3, height: 40, width: 40)
    let n = Normalization(weight: Buffer([1, 2, 3]), bias: .ramp(3), epsilon: 1e-5)
    let x = Buffer(repeating: 0.3, count: g.count)
    let dy = Buffer((0..<g.count).map { Float(1 + $0 * 7919 % 1000) / 997 })
    let measured = kernels.batchNorm2D(x, n, g).measured
    let found = kernels.batchNorm2DGradient(dy, x, n, measured: measured, g).x.scalars
    for c in 0..<3 {
      let channel = found.indices.filter { $0 / g.pixels % 3 == c }.map { Double(found[$0]) }
      let size = channel.reduce(0) { $0 + abs($1) }
      #expect(abs(channel.reduce(0, +)) < 1e-7 * size, "\(c)")
    }
  }

  private func normalization(_ g: ImageGeometry) -> Normalization {
    Normalization(
      weight: .ramp(g.channels, seed: 3), bias: .ramp(g.channels, seed: 5), epsilon: 1e-5)
  }

  private func moments(_ g: ImageGeometry) -> ChannelStatistics {
    ChannelStatistics(
      mean: ramp(g.channels, seed: 7).map(Double.init),
      variance: ramp(g.channels, seed: 9).map { Double($0) + 1.1 })
  }

  private func laidOutBothWays(_ g: ImageGeometry, seed: Int = 0) -> [Buffer] {
    KernelsTests.laidOutBothWays([g.images, g.channels, g.height, g.width], seed: seed)
  }

  private func expectSame(
    _ found: (x: Buffer, w: Buffer, b: Buffer), _ wanted: (x: Buffer, w: Buffer, b: Buffer)
  ) {
    expectClose(found.x, wanted.x, "x")
    expectClose(found.w, wanted.w, "w")
    expectClose(found.b, wanted.b, "b")
  }
}
