import Kernels
import OneDNNKernels
import TestSupport
import Testing

// Three channels of a convolution lie in the room of sixteen. The gaps hold zeros, whatever is done
// to the numbers: later kernels add and multiply gaps as if they were numbers.

@Suite struct GapsTests {
  private let shape = [2, 3, 5, 4]

  @Test func gapsStayZero() {
    litter(2 * 16 * 5 * 4)
    let x = laidOutBothWays(shape)[1]
    let y = laidOutBothWays(shape, seed: 9)[1]
    let g = Pool2DGeometry(
      images: 2, channels: 3, height: 5, width: 4, kernel: 2, stride: 1, padding: 1)
    let pooled = OneDNN.maxPool2D(x, g)
    let image = ImageGeometry(images: 2, channels: 3, height: 5, width: 4)
    let padded = OneDNN.padChannels(x, to: 19, image)
    let averages = OneDNN.globalAveragePool2D(x, image)
    let results = [
      "conv2D": x, "add": OneDNN.add(x, y), "multiply": OneDNN.multiply(x, y),
      "scale": OneDNN.scale(x, by: -3), "scale by infinity": OneDNN.scale(x, by: .infinity),
      "scale by NaN": OneDNN.scale(x, by: .nan),
      "relu": OneDNN.relu(x), "reluGradient": OneDNN.reluGradient(x, y: y),
      "sigmoid": OneDNN.sigmoid(x), "sigmoidGradient": OneDNN.sigmoidGradient(x, y: y),
      "tanh": OneDNN.tanh(x), "tanhGradient": OneDNN.tanhGradient(x, y: y),
      "maxPool2D": pooled.y, "maxPool2D gradient": pooled.gradient(pooled.y),
      "averagePool2D": OneDNN.averagePool2D(x, g),
      "averagePool2D gradient": OneDNN.averagePool2DGradient(pooled.y, g),
      "globalAveragePool2D": averages,
      "globalAveragePool2D gradient": OneDNN.globalAveragePool2DGradient(averages, image),
      "padChannels": padded,
      "padChannels gradient": OneDNN.padChannelsGradient(padded, from: 19, image),
      "padChannels gradient of more": OneDNN.padChannelsGradient(
        OneDNN.relu(laidOutBothWays([2, 19, 5, 4])[1]), from: 19, image),
    ]
    for (name, result) in results { expectEmptyGaps(result, name) }
  }

  @Test func aConvolutionLeavesGapsAtZero() {
    let g = Conv2DGeometry(
      images: 2, inChannels: 3, height: 5, width: 4, outChannels: 17, kernel: 3, stride: 1,
      padding: 1)
    litter(2 * 32 * 5 * 4)
    let (x, w) = (Buffer.ramp(g.inputCount), Buffer.ramp(g.weightCount))
    let y = OneDNN.conv2D(x, w, Buffer.ramp(17), g)
    expectEmptyGaps(y, "conv2D with bias")
    expectEmptyGaps(OneDNN.conv2DInputGradient(y, w, g), "input gradient")
    let dw = OneDNN.conv2DWeightGradient(y, x, g)
    expectEmptyGaps(dw, "weight gradient")
    var (moved, velocity): (Buffer, Buffer?) = (w, nil)
    OneDNN.sgd(
      &moved, dw, velocity: &velocity, learningRate: 1, momentum: 1, weightDecay: 0)
    expectEmptyGaps(moved, "moved weights")
    expectEmptyGaps(velocity!, "velocity")
    var (mean, squaredMean): (Buffer?, Buffer?) = (nil, nil)
    moved = w
    OneDNN.adam(
      &moved, dw, mean: &mean, squaredMean: &squaredMean, learningRate: 1,
      betas: (0.9, 0.999), epsilon: 1e-8, weightDecay: 1, step: 1)
    expectEmptyGaps(moved, "weights moved by Adam")
    expectEmptyGaps(mean!, "mean")
    expectEmptyGaps(squaredMean!, "squared mean")
  }

  /// Not even where zero has no inverse.
  @Test(arguments: [Float(0), 1e-5]) func aNormLeavesGapsAtZero(epsilon: Float) {
    litter(2 * 16 * 5 * 4)
    let (x, dy) = (laidOutBothWays(shape)[1], laidOutBothWays(shape, seed: 9)[1])
    let g = ImageGeometry(images: 2, channels: 3, height: 5, width: 4)
    let n = Normalization(weight: .ramp(3), bias: .ramp(3, seed: 3), epsilon: epsilon)
    let (y, measured) = OneDNN.batchNorm2D(x, n, g)
    let rectified = OneDNN.relu(y)
    expectEmptyGaps(rectified, "relu")
    expectEmptyGaps(OneDNN.relu(OneDNN.add(y, dy)), "relu of a sum")
    expectEmptyGaps(OneDNN.add(y, dy), "sum")
    for dy in [dy, OneDNN.reluGradient(dy, y: rectified)] {
      expectEmptyGaps(
        OneDNN.batchNorm2DGradient(dy, x, n, measured: measured, g).x, "gradient, measured")
      expectEmptyGaps(
        OneDNN.batchNorm2DGradient(dy, x, n, given: measured, g).x, "gradient, given")
      expectEmptyGaps(dy, "gradient of relu")
    }
    expectEmptyGaps(y, "measured")
    expectEmptyGaps(OneDNN.batchNorm2D(x, n, given: measured, g), "given")
  }

  /// The sigmoid of zero is a half, which would count here if it got into a gap.
  @Test func whatFollowsASigmoidSeesNoGaps() {
    let g = Conv2DGeometry(
      images: 2, inChannels: 3, height: 5, width: 4, outChannels: 3, kernel: 3, stride: 1,
      padding: 1)
    let w = Buffer.ramp(g.weightCount)
    func through(_ kernels: any KernelSet.Type) -> Float {
      let y = kernels.sigmoid(kernels.conv2D(.ramp(g.inputCount), w, nil, g))
      return kernels.sum(kernels.sigmoid(kernels.conv2D(y, w, nil, g)))
    }
    expectClose([through(OneDNN.self)], [through(Reference.self)])
  }

  @Test func aSumTimesInfinityIsInfinite() {
    let ones = OneDNN.relu(OneDNN.scale(laidOutBothWays(shape)[1], by: 0))
    let x = OneDNN.add(ones, Buffer(repeating: 1, count: ones.count))
    #expect(OneDNN.sum(OneDNN.scale(x, by: .infinity)) == .infinity)
  }

  /// As many numbers differ from zero among all that is stored as among those that count.
  private func expectEmptyGaps(_ buffer: Buffer, _ name: String) {
    let stored = withExtendedLifetime(buffer) {
      Array(UnsafeBufferPointer(start: buffer.start, count: buffer.stored))
    }
    let differ = { (numbers: [Float]) in numbers.count { $0 != 0 } }
    #expect(differ(stored) == differ(buffer.scalars), "\(name)")
  }

  /// Leaves NaN in the memory that the next buffers of this size are likely to get.
  private func litter(_ count: Int) {
    _ = (0..<16).map { _ in Buffer(repeating: .nan, count: count) }
  }
}
