import Kernels

// What a net's scores say, for people to read. Nothing here is written on a tape.

extension Tensor {
  /// The scores of each row as probabilities: `[N, classes]`, each row adding up to 1.
  public func softmax() -> Tensor {
    require(shape.count == 2 && shape[1] > 0, "softmax: \(shape) should be [N, classes]")
    guard shape[0] > 0 else { return detached }
    return Tensor(
      kernels.crossEntropy(buffer, [Int](repeating: 0, count: shape[0])).p, shape: shape)
  }

  /// The place of the largest number of each row; the first of several equals.
  ///
  /// `[N, classes]` gives `N` classes.
  public func argMax() -> [Int] {
    require(shape.count == 2 && shape[1] > 0, "argMax: \(shape) should be [N, classes]")
    let (scalars, classes) = (scalars, shape[1])
    return (0..<shape[0]).map { n in
      (0..<classes).reduce(0) { best, c in
        scalars[n * classes + c] > scalars[n * classes + best] ? c : best
      }
    }
  }
}
