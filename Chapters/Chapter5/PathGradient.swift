import Autograd
import Chapter5Net
import Datasets
import Layers

/// The norm of the loss's gradient at each place of a net's main path, from the first block to the last.
///
/// The net has just been made, and is shown one batch.
struct PathGradient: Encodable {
  /// Before the first block, and after each.
  let norms: [Double]
  /// How large the features at the end of the path are: the root of the mean of their squares.
  let size: Double

  init(of ordering: Ordering, depth: Int, seed: UInt64, on batch: Batch) {
    var random = Random(seed: seed)
    let net = NarrowResNet(depth: depth, ordering, using: &random)
    let features = net.features(batch.images.on(Tape()))
    // A place's gradient is the sum of what flows back to it through shortcut and branch.
    var gradients: [Int: Tensor] = [:]
    _ = crossEntropy(net.classify(features.last!), batch.labels).backward { flow in
      gradients[flow.to] = gradients[flow.to].map { $0 + flow.gradient } ?? flow.gradient
    }
    norms = features.map { norm(gradients[$0.line!]!) }
    size = norm(features.last!) / Double(features.last!.count).squareRoot()
  }

  /// The norm before the first block, divided by that after the last.
  var ratio: Double { norms[0] / norms[norms.count - 1] }
}

/// The L2 norm: the root of the sum of all squares.
private func norm(_ x: Tensor) -> Double {
  x.scalars.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
}
