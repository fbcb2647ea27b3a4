import Kernels
import OneDNNKernels
import TestSupport
import Testing

/// Large enough for Winograd's algorithm of our own: every kind of tile, with tiles that overhang on either side,
/// every padding, and numbers of channels that fill their blocks and groups and that do not.
private let geometries = [
  // F(4): the tiles fit, and do not.
  convolution((2, 32, 24, 24), to: 32, kernel: 3, padding: 1),
  convolution((2, 64, 21, 14), to: 48, kernel: 3, padding: 1),
  convolution((7, 16, 26, 27), to: 16, kernel: 3),
  convolution((1, 144, 11, 12), to: 160, kernel: 3, padding: 2),
  convolution((1, 128, 13, 12), to: 128, kernel: 3, padding: 1),
  convolution((3, 33, 34, 31), to: 40, kernel: 3),
  // F(3).
  convolution((3, 128, 6, 6), to: 128, kernel: 3, padding: 1),
  convolution((1, 256, 6, 5), to: 272, kernel: 3, padding: 1),
  convolution((2, 272, 8, 5), to: 256, kernel: 3),
  convolution((3, 256, 3, 3), to: 256, kernel: 3, padding: 1),
  // F(2) for windows of five.
  convolution((33, 16, 12, 12), to: 32, kernel: 5),
  convolution((9, 32, 13, 10), to: 32, kernel: 5, padding: 2),
  convolution((9, 48, 10, 13), to: 16, kernel: 5, padding: 4),
  // F(3) at stride 2, for sizes that are even and odd.
  convolution((1, 64, 24, 24), to: 128, kernel: 3, stride: 2, padding: 1),
  convolution((4, 141, 12, 15), to: 47, kernel: 3, stride: 2, padding: 1),
  convolution((2, 256, 6, 6), to: 256, kernel: 3, stride: 2, padding: 1),
  convolution((3, 128, 11, 21), to: 64, kernel: 3, stride: 2, padding: 1),
]

@Suite struct WinogradTests {
  @Test(arguments: geometries) func everySchemeAgreesToFourDigits(g: Conv2DGeometry) {
    expectAgreement(OneDNN.self, g, tolerance: 1e-4)
  }

  @Test(arguments: geometries) func everyLayoutGivesTheSameBits(g: Conv2DGeometry) {
    let xs = laidOutBothWays([g.images, g.inChannels, g.height, g.width])
    let dys = laidOutBothWays([g.images, g.outChannels, g.outHeight, g.outWidth], seed: 7)
    let dw = OneDNN.conv2DWeightGradient(dys[0], xs[0], g)
    #expect(OneDNN.conv2DWeightGradient(dys[1], xs[1], g).scalars == dw.scalars)
    let (y, dx) = (OneDNN.conv2D(xs[0], dw, nil, g), OneDNN.conv2DInputGradient(dys[0], dw, g))
    let sameWeights = Buffer(dw.scalars)
    for (i, w) in [dw, sameWeights].enumerated() {
      #expect(OneDNN.conv2D(xs[i], w, nil, g).scalars == y.scalars)
      #expect(OneDNN.conv2DInputGradient(dys[i], w, g).scalars == dx.scalars)
    }
  }

  /// Of each scheme one, within this many millionths of the largest number.
  ///
  /// Measured over two seeds and sizes: at most 1.9, 3.8, 1.3 and 0.35.
  @Test(arguments: [
    (geometries[0], 6), (geometries[7], 12), (geometries[10], 4), (geometries[13], 1),
  ])
  func theTransformsRoundByAFewMillionths(g: Conv2DGeometry, millionths: Int) {
    for seed in 1...2 {
      let (x, w) = (noise(g.inputCount, seed), noise(g.weightCount, seed + 3))
      let error = distance(OneDNN.conv2D(x, w, nil, g), Reference.conv2D(x, w, nil, g))
      #expect(error < Float(millionths) * 1e-6)
    }
  }

  /// The normalization and the relu that the input transform applies leave the padding zero.
  @Test(arguments: geometries) func aNormalizedInputIsTheSameAppliedOnLoadingOrBefore(
    g: Conv2DGeometry
  ) {
    let images = ImageGeometry(
      images: g.images, channels: g.inChannels, height: g.height, width: g.width)
    let n = Normalization(
      weight: Buffer.ramp(g.inChannels, seed: 11), bias: Buffer.ramp(g.inChannels, seed: 13),
      epsilon: 1e-5)
    let (x, w) = (Buffer.ramp(g.inputCount), Buffer.ramp(g.weightCount, seed: 3))
    let dy = Buffer.ramp(g.outputCount, seed: 7)
    for relu in [false, true] {
      func normalized() -> Buffer {
        let y = OneDNN.batchNorm2D(x, n, images).y
        return relu ? OneDNN.relu(y) : y
      }
      let before = Buffer(normalized().scalars)
      expectClose(
        OneDNN.conv2D(normalized(), w, nil, g), OneDNN.conv2D(before, w, nil, g), tolerance: 1e-5)
      expectClose(
        OneDNN.conv2DWeightGradient(dy, normalized(), g),
        OneDNN.conv2DWeightGradient(dy, before, g), tolerance: 1e-5)
    }
  }
}

/// The largest difference, relative to the largest number.
private func distance(_ a: Buffer, _ b: Buffer) -> Float {
  let (a, b) = (a.scalars, b.scalars)
  return zip(a, b).map { abs($0 - $1) }.max()! / b.map(abs).max()!
}

/// Numbers between −1 and 1 without a pattern, which would cancel in sums over many channels.
private func noise(_ count: Int, _ seed: Int) -> Buffer {
  var state = UInt64(seed)
  return Buffer(
    (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Float(Int32(truncatingIfNeeded: state >> 32)) / 2_147_483_648
    })
}
