import Kernels
import OneDNNKernels
import TestSupport
import Testing

/// Convolutions whose results do not fit into the cache, which are computed by parts of the batch.
@Suite struct ConvolutionPiecesTests {
  /// Equal parts, channels that fill no block, a stride, and images too large for parts.
  static let convolutions = [
    Conv2DGeometry(
      images: 40, inChannels: 1, height: 64, width: 64, outChannels: 32, kernel: 3, stride: 1,
      padding: 1),
    Conv2DGeometry(
      images: 36, inChannels: 3, height: 96, width: 92, outChannels: 60, kernel: 5, stride: 2,
      padding: 2),
    Conv2DGeometry(
      images: 3, inChannels: 2, height: 240, width: 240, outChannels: 30, kernel: 3, stride: 1,
      padding: 0),
  ]

  @Test(arguments: convolutions, [false, true])
  func theyAgreeWithTheReadableOnes(g: Conv2DGeometry, hasBias: Bool) {
    let (fast, readable) = (Stem(OneDNN.self, g, hasBias), Stem(Reference.self, g, hasBias))
    expectClose(fast.y, readable.y)
    expectClose(
      fast.measured.mean.map(Float.init), readable.measured.mean.map(Float.init), tolerance: 1e-5)
    expectClose(
      fast.measured.variance.map(Float.init), readable.measured.variance.map(Float.init),
      tolerance: 1e-5)
    expectClose(fast.dw, readable.dw)
  }

  /// A gradient that somebody has read, or reads afterwards, is the same.
  @Test(arguments: convolutions) func whoReadsTheGradientFirstDoesNotMatter(g: Conv2DGeometry) {
    let stem = Stem(OneDNN.self, g, true)
    let dx = stem.gradient()
    let (dw, db) = (
      OneDNN.conv2DWeightGradient(dx, stem.x, g), OneDNN.conv2DBiasGradient(dx, g)
    )
    let read = stem.gradient()
    _ = read.start
    expectClose(OneDNN.conv2DWeightGradient(read, stem.x, g), dw)
    #expect(OneDNN.conv2DBiasGradient(read, g).scalars == db.scalars)
    #expect(OneDNN.conv2DBiasGradient(stem.gradient(), g).scalars == db.scalars)
    #expect(dx.scalars == read.scalars)
  }

  @Test(arguments: convolutions) func theSameNumbersGiveTheSameBits(g: Conv2DGeometry) {
    let (a, b) = (Stem(OneDNN.self, g, true), Stem(OneDNN.self, g, true))
    #expect(a.y.scalars == b.y.scalars && a.measured == b.measured && a.dw.scalars == b.dw.scalars)
  }

  /// Not even a tensor of the size of the results is made on the way back.
  @Test func theGradientBeforeTheStemsNormTakesNoMemory() async {
    await #expect(processExitsWith: .success) {
      let stem = Stem(OneDNN.self, Self.convolutions[1], true)
      let dx = stem.gradient()
      let before = Storage.bytesFromSystem
      _ = OneDNN.conv2DWeightGradient(dx, stem.x, stem.g)
      _ = OneDNN.conv2DBiasGradient(dx, stem.g)
      #expect(dx.pending != nil)
      #expect(Storage.bytesFromSystem - before <= 32 << 20)  // a slab
    }
  }
}

/// A convolution and a norm, and the gradient of the convolution's weights.
private struct Stem {
  let kernels: any KernelSet.Type
  let g: Conv2DGeometry
  let x, y, dy: Buffer
  let n: Normalization
  let measured: ChannelStatistics
  var dw: Buffer { kernels.conv2DWeightGradient(gradient(), x, g) }

  init(_ kernels: any KernelSet.Type, _ g: Conv2DGeometry, _ hasBias: Bool) {
    (self.kernels, self.g) = (kernels, g)
    x = .ramp(g.inputCount)
    y = kernels.conv2D(
      x, .ramp(g.weightCount, seed: 3), hasBias ? .ramp(g.outChannels, seed: 7) : nil, g)
    n = Normalization(
      weight: .ramp(g.outChannels, seed: 3), bias: .ramp(g.outChannels, seed: 5), epsilon: 1e-5)
    measured = kernels.batchNorm2D(y, n, Self.image(g)).measured
    dy = .ramp(g.outputCount, seed: 11)
  }

  /// Of the convolution's result, not computed yet.
  func gradient() -> Buffer {
    kernels.batchNorm2DGradient(dy, y, n, measured: measured, Self.image(g)).x
  }

  private static func image(_ g: Conv2DGeometry) -> ImageGeometry {
    ImageGeometry(
      images: g.images, channels: g.outChannels, height: g.outHeight, width: g.outWidth)
  }
}
