import Kernels
import LaneKernels
import OneDNNKernels
import TestSupport
import Testing

@Suite struct MaxPool2DTests {
  @Test(arguments: poolings, fastSets)
  func poolingsAgreeInEveryMixOfLayouts(g: Pool2DGeometry, fast: any KernelSet.Type) {
    for x in laidOutBothWays([g.images, g.channels, g.height, g.width]) {
      let (fast, readable) = (fast.maxPool2D(x, g), Reference.maxPool2D(x, g))
      #expect(fast.y.scalars == readable.y.scalars)
      for dy in laidOutBothWays([g.images, g.channels, g.outHeight, g.outWidth], seed: 13) {
        expectClose(fast.gradient(dy), readable.gradient(dy))
      }
    }
  }

  @Test(arguments: poolings, fastSets)
  func ofSeveralEqualsTheFirstWins(g: Pool2DGeometry, fast: any KernelSet.Type) {
    let x = Buffer((0..<g.inputCount).map { Float($0 / 2 % 3) })
    let dy = Buffer.ramp(g.outputCount)
    expectClose(fast.maxPool2D(x, g).gradient(dy), Reference.maxPool2D(x, g).gradient(dy))
  }

  /// A window's numbers, the largest of them, and its place.
  @Test(
    arguments: [
      ([1, 1, 1, 1], 1, 0), ([-1, 0, -0.0, -1], 0, 1), ([-4, -3, -2, -1], -1, 3),
      ([-.infinity, -2, -.infinity, -1], -1, 3), ([1, .infinity, 2, .infinity], .infinity, 1),
      ([-.infinity, -.infinity, -.infinity, -.infinity], -.infinity, 0),
      ([.nan, 1, 2, 3], .nan, 0), ([1, .nan, 2, 3], .nan, 1), ([1, 2, .infinity, .nan], .nan, 3),
      ([-.infinity, .nan, .nan, 0], .nan, 1), ([.nan, .nan, .nan, .nan], .nan, 0),
    ] as [([Float], Float, Int)])
  func theLargestIsFoundWhateverItIs(window: [Float], largest: Float, place: Int) {
    let g = pooling((1, 1, 2, 2), kernel: 2, stride: 2)
    for pooled in [
      OneDNN.maxPool2D(Buffer(window), g), Lanes.maxPool2D(Buffer(window), g),
      Reference.maxPool2D(Buffer(window), g),
    ] {
      expectClose(pooled.y.scalars, [largest])
      #expect(pooled.gradient(Buffer([5])).scalars == (0..<4).map { $0 == place ? 5 : 0 })
    }
  }

  /// Windows in the corner begin in the padding, which must not win even against these.
  @Test(arguments: [-Float.infinity, .nan, -3e38])
  func whatIsAroundTheImageNeverWins(x: Float) {
    let g = pooling((1, 3, 3, 3), kernel: 3, stride: 2, padding: 1)
    let x = Buffer(repeating: x, count: g.inputCount)
    let dy = Buffer.ramp(g.outputCount)
    let readable = Reference.maxPool2D(x, g)
    expectClose(readable.y.scalars, [Float](repeating: x.scalars[0], count: g.outputCount))
    for fast in fastSets.map({ $0.maxPool2D(x, g) }) {
      expectClose(fast.y, readable.y)
      expectClose(fast.gradient(dy), readable.gradient(dy))
    }
  }
}
