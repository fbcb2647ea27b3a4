import Autograd
import Chapter1Net
import Datasets
import Layers

/// The norm of the gradient of each layer's weight, in a deep net of chapter 1, on 64 drawn digits.
package struct GradientNorms {
  private let images: Tensor
  private let labels: [Int]

  package init(seed: UInt64) {
    let digits = DrawnDigits.dataset(training: 64, test: 0, seed: seed).training
    let normalize = Normalize(mean: digits.mean, deviation: digits.deviation)
    images = Tensor(normalize(digits.pixels), shape: [64, 1, 28, 28])
    labels = digits.labels
  }

  /// From the first layer to the last.
  package func norms(
    depth: Int, _ activation: Activation, isResidual: Bool, scale: Float, seed: UInt64
  ) -> [Float] {
    var random = Random(seed: seed)
    let net = DeepNet(
      depth: depth, activation, isResidual: isResidual, scale: scale, using: &random)
    let gradients = crossEntropy(net(images.on(Tape())), labels).backward()
    return net.weights.map { gradients[$0].map { Float(norm($0)) } ?? 0 }
  }
}
