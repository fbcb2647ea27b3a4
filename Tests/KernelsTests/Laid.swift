import Kernels
import LaneKernels
import OneDNNKernels
import TestSupport

/// The sets that are compared with the readable one.
let fastSets: [any KernelSet.Type] = [OneDNN.self, Lanes.self]

/// The same numbers twice: in row-major order, and laid out the way a convolution returns them.
///
/// A 1 × 1 convolution with the identity as its weights changes no number. On processors where oneDNN
/// prefers row-major order the two are alike.
func laidOutBothWays(_ shape: [Int], seed: Int = 0) -> [Buffer] {
  let (images, channels, height, width) = (shape[0], shape[1], shape[2], shape[3])
  let plain = Buffer.ramp(shape.reduce(1, *), seed: seed)
  let identity = (0..<channels * channels).map { Float($0 % (channels + 1) == 0 ? 1 : 0) }
  let g = Conv2DGeometry(
    images: images, inChannels: channels, height: height, width: width,
    outChannels: channels, kernel: 1, stride: 1, padding: 0)
  return [plain, OneDNN.conv2D(plain, Buffer(identity), nil, g)]
}

/// Sizes that fill no block, and one that is split between the cores.
let imageShapes = [
  [1, 1, 1, 1], [1, 1, 3, 5], [2, 3, 4, 4], [1, 17, 3, 3], [3, 33, 5, 2], [4, 35, 12, 12],
]
