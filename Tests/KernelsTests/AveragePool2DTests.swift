import Kernels
import OneDNNKernels
import TestSupport
import Testing

@Suite struct AveragePool2DTests {
  @Test(arguments: poolings) func poolingsAgreeInEveryMixOfLayouts(g: Pool2DGeometry) {
    for x in laidOutBothWays([g.images, g.channels, g.height, g.width]) {
      expectClose(OneDNN.averagePool2D(x, g), Reference.averagePool2D(x, g))
    }
    for dy in laidOutBothWays([g.images, g.channels, g.outHeight, g.outWidth], seed: 13) {
      expectClose(OneDNN.averagePool2DGradient(dy, g), Reference.averagePool2DGradient(dy, g))
    }
  }

  @Test(arguments: [OneDNN.self, Reference.self] as [any KernelSet.Type])
  func theZerosAroundTheImageCount(kernels: any KernelSet.Type) {
    let g = pooling((1, 1, 2, 2), kernel: 2, stride: 2, padding: 1)
    #expect(kernels.averagePool2D(Buffer([4, 8, 12, 16]), g).scalars == [1, 2, 3, 4])
    #expect(kernels.averagePool2DGradient(Buffer([4, 8, 12, 16]), g).scalars == [1, 2, 3, 4])
  }

  @Test(arguments: imageShapes) func globalPoolingsAgreeInBothLayouts(shape: [Int]) {
    let g = ImageGeometry(
      images: shape[0], channels: shape[1], height: shape[2], width: shape[3])
    for x in laidOutBothWays(shape) {
      expectClose(OneDNN.globalAveragePool2D(x, g), Reference.globalAveragePool2D(x, g))
    }
    for dy in laidOutBothWays([shape[0], shape[1], 1, 1], seed: 13) {
      expectClose(
        OneDNN.globalAveragePool2DGradient(dy, g), Reference.globalAveragePool2DGradient(dy, g))
    }
  }

  @Test(arguments: [OneDNN.self, Reference.self] as [any KernelSet.Type])
  func aLargeImageIsAveragedToTheLastDigits(kernels: any KernelSet.Type) {
    let g = ImageGeometry(images: 1, channels: 3, height: 500, width: 400)
    let y = kernels.globalAveragePool2D(Buffer(repeating: 0.1, count: g.count), g)
    expectClose(y.scalars, [0.1, 0.1, 0.1], tolerance: 2e-5)
  }
}
