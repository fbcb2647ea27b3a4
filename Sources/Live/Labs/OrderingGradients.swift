import Autograd
import Chapter5Net
import Datasets
import Layers

/// How long the gradient is along the main path of a deep net of chapter 5, on eight drawn digits.
package struct OrderingGradients {
  /// The pictures, `[8, 1, 28, 28]`, and their classes.
  package let images: Tensor
  package let labels: [Int]

  package init(seed: UInt64) {
    let digits = DrawnDigits.dataset(training: 8, test: 0, seed: seed).training
    let normalize = Normalize(mean: digits.mean, deviation: digits.deviation)
    images = Tensor(normalize(digits.pixels), shape: [8, 1, 28, 28])
    labels = digits.labels
  }

  /// Before the first block, and after each.
  ///
  /// - Parameters:
  ///   - stage: how many blocks each of the net's two stages has.
  ///   - seed: where the first weights come from.
  package func norms(
    _ ordering: Ordering, stage: Int, along paths: Paths, seed: UInt64
  ) -> [Double] {
    var random = Random(seed: seed)
    let net = NarrowResNet(depth: 4 * stage + 2, ordering, using: &random)
    return net.pathNorms(images, labels) { block, x in block(x, gradientAlong: paths) }.norms
  }
}
