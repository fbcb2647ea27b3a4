import Kernels
import OneDNNKernels
import TestSupport
import Testing

private let convolutions = [
  convolution((1, 1, 1, 1), to: 1, kernel: 1),
  convolution((1, 1, 5, 5), to: 1, kernel: 3),
  convolution((1, 1, 28, 28), to: 16, kernel: 5),
  convolution((3, 16, 12, 12), to: 32, kernel: 5),
  convolution((2, 3, 7, 5), to: 17, kernel: 3, padding: 1),
  convolution((1, 17, 6, 6), to: 33, kernel: 3, stride: 2, padding: 1),
  convolution((2, 1, 9, 11), to: 5, kernel: 7, stride: 2, padding: 3),
  convolution((1, 33, 5, 5), to: 3, kernel: 2),  // an even window
  convolution((2, 3, 8, 9), to: 3, kernel: 4, stride: 3, padding: 2),
  convolution((1, 3, 9, 9), to: 1, kernel: 1, stride: 3),  // pixels that no window sees
  convolution((2, 1, 10, 7), to: 16, kernel: 2, stride: 5),
  convolution((1, 2, 3, 3), to: 4, kernel: 3, padding: 3),  // windows that see no pixel
  convolution((1, 1, 2, 2), to: 1, kernel: 5, padding: 2),  // a window larger than the image
  convolution((5, 64, 7, 7), to: 64, kernel: 1),
  convolution((2, 2, 3, 3), to: 2, kernel: 1, groups: 2),
  convolution((2, 6, 7, 5), to: 9, kernel: 3, stride: 2, padding: 1, groups: 3),
  convolution((2, 33, 6, 6), to: 33, kernel: 3, padding: 1, groups: 33),  // each channel alone
  convolution((1, 16, 5, 5), to: 32, kernel: 3, padding: 1, groups: 16),
  convolution((3, 128, 8, 8), to: 128, kernel: 3, padding: 1, groups: 32),
]

@Suite struct Conv2DTests {
  @Test(arguments: convolutions, fastSets)
  func convolutionsAgree(g: Conv2DGeometry, fast: any KernelSet.Type) {
    expectAgreement(fast, g, tolerance: 1e-4)
  }

  @Test(arguments: convolutions, fastSets)
  func everyMixOfLayoutsGivesTheSame(g: Conv2DGeometry, fast: any KernelSet.Type) {
    let xs = laidOutBothWays([g.images, g.inChannels, g.height, g.width])
    let ws = laidOutBothWays([g.outChannels, g.inChannels, g.kernel, g.kernel], seed: 3)
    let dys = laidOutBothWays([g.images, g.outChannels, g.outHeight, g.outWidth], seed: 7)
    let y = Reference.conv2D(xs[0], ws[0], nil, g)
    let dx = Reference.conv2DInputGradient(dys[0], ws[0], g)
    let dw = Reference.conv2DWeightGradient(dys[0], xs[0], g)
    for (i, j) in [(0, 1), (1, 0), (1, 1)] {
      expectClose(fast.conv2D(xs[i], ws[j], nil, g), y)
      expectClose(fast.conv2DInputGradient(dys[i], ws[j], g), dx)
      expectClose(fast.conv2DWeightGradient(dys[i], xs[j], g), dw)
      expectClose(Reference.conv2D(xs[i], ws[j], nil, g), y)
      expectClose(Reference.conv2DInputGradient(dys[i], ws[j], g), dx)
      expectClose(Reference.conv2DWeightGradient(dys[i], xs[j], g), dw)
    }
  }

  @Test(arguments: fastSets)
  func denormalsAreSummedToWithinTheLargest(fast: any KernelSet.Type) {
    let g = convolution((1, 3, 6, 6), to: 17, kernel: 3)
    let x = Buffer(ramp(g.inputCount).map { $0 * 1e-36 })
    let w = Buffer(ramp(g.weightCount, seed: 3).map { $0 * 1e-1 })
    expectClose(fast.conv2D(x, w, nil, g), Reference.conv2D(x, w, nil, g), tolerance: 1e-2)
  }

  @Test(arguments: fastSets)
  func aWindowOfOnesSumsWhatItSees(fast: any KernelSet.Type) {
    let g = convolution((1, 1, 3, 3), to: 1, kernel: 2)
    let (x, w) = (Buffer([1, 2, 3, 4, 5, 6, 7, 8, 9]), Buffer([1, 1, 1, 1]))
    #expect(Reference.conv2D(x, w, Buffer([100]), g).scalars == [112, 116, 124, 128])
    #expect(fast.conv2D(x, w, Buffer([100]), g).scalars == [112, 116, 124, 128])
  }

  /// In `Float`, thirty million and one is thirty million.
  @Test(arguments: fastSets)
  func aBiasGradientKeepsSmallNumbersBesideLargeOnes(fast: any KernelSet.Type) {
    let g = Conv2DGeometry(
      images: 2, inChannels: 1, height: 2, width: 2, outChannels: 1, kernel: 1, stride: 1,
      padding: 0)
    let dy = Buffer([3e7, 1, 1, 1, 1, 1, 1, -3e7])
    #expect(Reference.conv2DBiasGradient(dy, g).scalars == [6])
    #expect(fast.conv2DBiasGradient(dy, g).scalars == [6])
  }
}
