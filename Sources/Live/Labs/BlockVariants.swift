import Autograd
import Chapter2Net
import Chapter3Blocks
import Datasets
import Layers

/// The five implementation variants of the residual block of chapter 3, with the same weights, on the same input.
package struct BlockVariants {
  /// How many channels a block is given.
  package static let channels = 4

  /// In the order of the chapter: the MNIST notebook's, the ResNet-18 notebook's, He 2015, the
  /// pre-activation notebook's, He 2016; the first cannot change the shape.
  package let blocks: [(any Layer)?]
  /// What they are given, `[8, 4, 14, 14]`.
  package let x: Tensor

  /// - Parameters:
  ///   - batches: how many other batches the norms have seen before, in training mode; at most 20.
  package init(seed: UInt64, stride: Int, batches: Int) {
    let (given, wanted) = (Self.channels, stride * Self.channels)
    func make(_ block: (inout Random) -> any Layer) -> any Layer {
      var random = Random(seed: seed)
      return block(&random)
    }
    blocks = [
      stride == 1 ? make { ResidualBlock(given, using: &$0) } : nil,
      make { Residual(given, wanted, stride: stride, using: &$0) },
      make { BasicBlock(given, wanted, stride: stride, using: &$0) },
      make { PreactivationResidual(given, wanted, stride: stride, using: &$0) },
      make { SharedPreactivation(given, wanted, stride: stride, using: &$0) },
    ]
    // The same seed gives equal biases where there are biases, but not equal kernels where there are none.
    let wantedKernels = Self.kernels(of: blocks[1]!).map { $0.value }
    for block in blocks {
      guard let block else { continue }
      for (kernel, value) in zip(Self.kernels(of: block), wantedKernels) { kernel.value = value }
    }
    let inputs = Self.inputs(seed: seed, count: batches + 1)
    x = inputs[0]
    for input in inputs.dropFirst() {
      for block in blocks { _ = block?(input.on(Tape())) }
    }
  }

  /// The weights of the convolutions: `conv1`, `conv2`, and that on the shortcut, if there is one.
  package static func kernels(of block: any Layer) -> [Parameter] {
    block.parameters.filter { $0.value.shape.count == 4 }
  }

  /// Batches of eight drawn digits, seen through a convolution and a norm.
  private static func inputs(seed: UInt64, count: Int) -> [Tensor] {
    var random = Random(seed: seed)
    let conv = Conv2D(1, channels, kernelSize: 3, stride: 2, padding: 1, using: &random)
    let norm = BatchNorm2D(channels)
    // How many are drawn decides which, so it is always the same number.
    let digits = DrawnDigits.dataset(training: 8 * 21, test: 0, seed: seed).training
    let normalize = Normalize(mean: 0.1307, deviation: 0.3801)
    return digits.prefix(8 * count).batches(of: 8, normalize: normalize).map {
      norm(conv($0.images.on(Tape()))).detached
    }
  }

  /// What each block returns; in training mode its norms use the statistics of this batch.
  package func outputs(isTraining: Bool) -> [Tensor?] {
    blocks.map { block in block.map { $0(isTraining ? x.on(Tape()) : x).detached } }
  }
}

/// How far apart two outputs of the same shape are.
package struct OutputDistance {
  /// The largest difference, number by number.
  package let largest: Float
  /// The largest that is left if one number may be added to each channel.
  package let largestWithinChannels: Float

  package init(_ a: Tensor, _ b: Tensor) {
    let difference = a - b
    let rest = difference - difference.mean(over: 0, 2, 3)
    (largest, largestWithinChannels) = (Self.largest(difference), Self.largest(rest))
  }

  private static func largest(_ x: Tensor) -> Float { x.scalars.reduce(0) { max($0, abs($1)) } }
}
