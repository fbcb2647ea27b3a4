import Autograd
import Chapter5Net
import Datasets
import Foundation
import Layers

/// The norm of the loss's gradient at each place of a net's main path, from the first block to the last.
///
/// The net has just been made, and is shown one batch.
struct PathGradient: Encodable {
  /// Before the first block, and after each.
  let norms: [Double]
  /// How large the features at the end of the path are: the root of the mean of their squares.
  let size: Double

  /// - Parameter pass: what a block makes of its input, if not what its `forward` does.
  init(
    of ordering: Ordering, _ bypass: Bypass = .identity, depth: Int, seed: UInt64, on batch: Batch,
    _ pass: (OrderedBlock, Tensor) -> Tensor = { block, x in block(x) }
  ) {
    var random = Random(seed: seed)
    let net = NarrowResNet(depth: depth, ordering, bypass, using: &random)
    let features = net.features(batch.images.on(Tape()), pass)
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

  /// The factor for each block, if all had the same.
  var perBlock: Double { pow(ratio, 1 / Double(norms.count - 1)) }
}

/// The L2 norm: the root of the sum of all squares.
private func norm(_ x: Tensor) -> Double {
  x.scalars.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
}

/// Which paths of a block the gradient is left.
enum Paths: String, CaseIterable, Encodable {
  case both, shortcuts, branches

  /// As in a table.
  var title: String { self == .both ? "both" : "\(rawValue) alone" }
}

/// An ordering, and which paths are left of it.
struct PathModel: Hashable, Encodable {
  let ordering: Ordering
  let paths: Paths

  static let all = Ordering.allCases.flatMap { ordering in
    Paths.allCases.map { PathModel(ordering: ordering, paths: $0) }
  }
}
