import Autograd
import Chapter5Net
import Datasets
import Layers

/// How long the gradient of the loss is at each place of a trunk, from the first block to the last.
///
/// The net has just been made, and is shown one batch.
struct TrunkGradient: Codable {
  let ordering: Ordering
  let seed: UInt64
  /// Before the first block, and after each.
  let norms: [Double]
  /// How large the numbers at the end of the trunk are: the root of the mean of their squares.
  let size: Double

  init(of ordering: Ordering, depth: Int, seed: UInt64, on batch: Batch) {
    var random = Random(seed: seed)
    let net = NarrowResNet(depth: depth, ordering, using: &random)
    let trunk = net.features(batch.images.on(Tape()))
    // What flows to a place from each of its two roads adds up to its gradient.
    var gradients: [Int: Tensor] = [:]
    _ = crossEntropy(net.classify(trunk.last!), batch.labels).backward { flow in
      gradients[flow.to] = gradients[flow.to].map { $0 + flow.gradient } ?? flow.gradient
    }
    norms = trunk.map { norm(gradients[$0.line!]!) }
    size = norm(trunk.last!) / Double(trunk.last!.count).squareRoot()
    (self.ordering, self.seed) = (ordering, seed)
  }

  /// Before the first block, measured by that after the last.
  var share: Double { norms[0] / norms[norms.count - 1] }
}

extension [TrunkGradient] {
  func of(_ ordering: Ordering) -> [TrunkGradient] { filter { $0.ordering == ordering } }
}

/// The root of the sum of all squares (L2 norm).
private func norm(_ x: Tensor) -> Double {
  x.scalars.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
}
