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
    let path = net.pathNorms(batch.images, batch.labels, pass)
    (norms, size) = (path.norms, path.size)
  }

  /// The norm before the first block, divided by that after the last.
  var ratio: Double { norms[0] / norms[norms.count - 1] }

  /// The factor for each block, if all had the same.
  var perBlock: Double { pow(ratio, 1 / Double(norms.count - 1)) }
}

extension Paths {
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
