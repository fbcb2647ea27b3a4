import Kernels
import OneDNNKernels
import TestSupport
import Testing

@Suite struct PadChannelsTests {
  @Test(arguments: imageShapes, [0, 1, 16, 31]) func paddingsAgreeInBothLayouts(
    shape: [Int], more: Int
  ) {
    let g = ImageGeometry(
      images: shape[0], channels: shape[1], height: shape[2], width: shape[3])
    let channels = shape[1] + more
    for x in laidOutBothWays(shape) {
      let y = OneDNN.padChannels(x, to: channels, g)
      #expect(y.scalars == Reference.padChannels(x, to: channels, g).scalars)
    }
    for dy in laidOutBothWays([shape[0], channels, shape[2], shape[3]], seed: 13) {
      let dx = OneDNN.padChannelsGradient(dy, from: channels, g)
      #expect(dx.scalars == Reference.padChannelsGradient(dy, from: channels, g).scalars)
    }
  }

  @Test(arguments: [OneDNN.self, Reference.self] as [any KernelSet.Type])
  func newChannelsAreZeroAndTheirGradientIsDropped(kernels: any KernelSet.Type) {
    let g = ImageGeometry(images: 2, channels: 1, height: 1, width: 2)
    #expect(
      kernels.padChannels(Buffer([1, 2, 3, 4]), to: 2, g).scalars == [1, 2, 0, 0, 3, 4, 0, 0])
    let dx = kernels.padChannelsGradient(Buffer([1, 2, 3, 4, 5, 6, 7, 8]), from: 2, g)
    #expect(dx.scalars == [1, 2, 5, 6])
  }
}
