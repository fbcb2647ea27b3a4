import Foundation
import Kernels
import LaneKernels
import OneDNNKernels
import TestSupport
import Testing

@Suite struct ElementwiseTests {
  @Test(arguments: imageShapes, fastSets)
  func pairsAgreeInEveryMixOfLayouts(shape: [Int], fast: any KernelSet.Type) {
    for a in laidOutBothWays(shape) {
      for b in laidOutBothWays(shape, seed: 3) {
        expectClose(fast.add(a, b), Reference.add(a, b))
        expectClose(fast.subtract(a, b), Reference.subtract(a, b))
        expectClose(fast.multiply(a, b), Reference.multiply(a, b))
        expectClose(fast.reluGradient(a, y: b), Reference.reluGradient(a, y: b))
        expectClose(fast.sigmoidGradient(a, y: b), Reference.sigmoidGradient(a, y: b))
        expectClose(fast.tanhGradient(a, y: b), Reference.tanhGradient(a, y: b))
        expectClose(fast.geluGradient(a, x: b), Reference.geluGradient(a, x: b))
      }
    }
  }

  @Test(arguments: imageShapes, fastSets)
  func curvesAgreeInBothLayouts(shape: [Int], fast: any KernelSet.Type) {
    for x in laidOutBothWays(shape) {
      expectClose(fast.scale(x, by: -2.5), Reference.scale(x, by: -2.5))
      expectClose(fast.relu(x), Reference.relu(x))
      expectClose(fast.sigmoid(x), Reference.sigmoid(x))
      expectClose(fast.tanh(x), Reference.tanh(x))
      expectClose(fast.gelu(x), Reference.gelu(x))
    }
  }

  /// The fast one is an approximation of 1964, to 10⁻⁷ of a share.
  @Test func bothFormsOfGELUAgreeFarAndNear() {
    let x = Buffer((-3_000...3_000).map { Float($0) / 100 })
    let ones = Buffer(repeating: 1, count: x.count)
    for (fast, slow) in [
      (OneDNN.gelu(x), Reference.gelu(x)),
      (OneDNN.geluGradient(ones, x: x), Reference.geluGradient(ones, x: x)),
    ] {
      let errors = zip(fast.scalars, slow.scalars).map { abs($0 - $1) / max(1, abs($1)) }
      #expect(errors.max()! < 1e-6)
    }
  }

  @Test(arguments: fastSets)
  func theEndsOfTheCurvesAgree(fast: any KernelSet.Type) {
    let x = Buffer([.nan, -.infinity, .infinity, -1e4, 1e4, -88, 88, -20, 20, 0, -0.0])
    expectClose(fast.relu(x), Reference.relu(x))
    expectClose(fast.sigmoid(x), Reference.sigmoid(x))
    expectClose(fast.tanh(x), Reference.tanh(x))
    #expect(Reference.sigmoid(x).scalars[1...4] == [0, 1, 0, 1])
    #expect(Reference.tanh(x).scalars[1...4] == [-1, 1, -1, 1])
  }

  @Test func theReadableCurvesAreRoundedOnce() {
    let x = (-30_000...30_000).map { Float($0) / 1_000 }
    expectClose(
      Reference.tanh(Buffer(x)).scalars, x.map { Float(Foundation.tanh(Double($0))) }, tolerance: 0)
    expectClose(
      Reference.sigmoid(Buffer(x)).scalars, x.map { Float(1 / (1 + exp(-Double($0)))) },
      tolerance: 0)
  }

  @Test func theFastCurvesHaveTheSameDigits() {
    let x = (-30_000...30_000).flatMap { [Float($0) / 1_000, Float($0) * 1e-9] }
    let wanted = [Reference.tanh(Buffer(x)), Reference.sigmoid(Buffer(x))].map(\.scalars)
    let found = [OneDNN.tanh(Buffer(x)), OneDNN.sigmoid(Buffer(x))].map(\.scalars)
    for (wanted, found) in zip(wanted, found) {
      let apart = zip(wanted, found).map { abs($0 - $1) / $0.ulp }
      #expect(apart.allSatisfy { $0 <= 4 })
      // Where a curve is nearly flat, its last digit decides the slope.
      let flat = x.indices.filter { x[$0] > 4 }
      #expect(flat.count { wanted[$0] != found[$0] } < flat.count / 100)
    }
  }

  @Test func theSlopeOfAFlatCurveHasAllItsDigits() {
    let (dy, y) = (Buffer([3, 3]), Buffer([0.9999, -0.9999]))
    let left = 3 * (1 - Double(y.scalars[0]) * Double(y.scalars[0]))
    for kernels in [OneDNN.self, Reference.self] as [any KernelSet.Type] {
      expectClose(
        kernels.tanhGradient(dy, y: y).scalars, [Float(left), Float(left)], tolerance: 2e-7)
    }
  }

  @Test func reluPassesOnWhatIsNotANumber() {
    let x = Buffer([.nan, -.infinity, .infinity, -0.0, 0, -1, 2])
    for y in (fastSets + [Reference.self]).map({ $0.relu(x).scalars }) {
      #expect(y[0].isNaN)
      #expect(y[1...] == [0, .infinity, 0, 0, 0, 2])
    }
  }

  @Test func theSlopeOfReluAtZeroIsZero() {
    let (dy, y) = (Buffer([5, 5, 5]), Buffer([0, -0.0, 1]))
    #expect(OneDNN.reluGradient(dy, y: y).scalars == [0, 0, 5])
    #expect(Lanes.reluGradient(dy, y: y).scalars == [0, 0, 5])
    #expect(Reference.reluGradient(dy, y: y).scalars == [0, 0, 5])
  }

  /// Also on the threads of oneDNN, which could have been set to treat denormals as zero.
  @Test func denormalsAreNotRoundedToZero() {
    let x = Buffer((0..<20_000).map { Float(bitPattern: UInt32($0)) })
    #expect(OneDNN.add(x, x).scalars == Reference.add(x, x).scalars)
    #expect(OneDNN.scale(x, by: 0.5).scalars == Reference.scale(x, by: 0.5).scalars)
    #expect(OneDNN.relu(x).scalars == x.scalars)
  }

  @Test func nothingGivesNothing() {
    let none = Buffer([Float]())
    for y in [
      OneDNN.add(none, none), OneDNN.multiply(none, none), OneDNN.scale(none, by: 2),
      OneDNN.relu(none), OneDNN.sigmoid(none), OneDNN.tanh(none),
      OneDNN.reluGradient(none, y: none), OneDNN.sigmoidGradient(none, y: none),
      OneDNN.tanhGradient(none, y: none),
    ] {
      #expect(y.scalars == [])
    }
  }
}
