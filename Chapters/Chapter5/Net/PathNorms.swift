import Autograd
import Layers

/// What one batch gives along a net's main path.
public struct PathNorms {
  /// The norm of the loss's gradient before the first block, and after each.
  public let norms: [Double]
  /// How large the features at the end of the path are: the root of the mean of their squares.
  public let size: Double
}

extension NarrowResNet {
  /// The norm of the loss's gradient at each place of the main path.
  ///
  /// - Parameters:
  ///   - images: `[N, 1, 28, 28]`.
  ///   - labels: the class of each.
  ///   - pass: what a block makes of its input, if not what its `forward` does.
  public func pathNorms(
    _ images: Tensor, _ labels: [Int],
    _ pass: (OrderedBlock, Tensor) -> Tensor = { block, x in block(x) }
  ) -> PathNorms {
    let features = features(images.on(Tape()), pass)
    // A place's gradient is the sum of what flows back to it through shortcut and branch.
    var gradients = features.map { _ in Tensor?.none }
    _ = crossEntropy(classify(features.last!), labels).backward { flow in
      guard let place = features.firstIndex(where: { $0.line == flow.to }) else { return }
      gradients[place] = gradients[place].map { $0 + flow.gradient } ?? flow.gradient
    }
    let last = features.last!
    return PathNorms(
      norms: gradients.map { euclideanNorm($0!) },
      size: euclideanNorm(last) / Double(last.count).squareRoot())
  }
}

/// The root of the sum of all squares.
private func euclideanNorm(_ x: Tensor) -> Double {
  x.scalars.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
}
