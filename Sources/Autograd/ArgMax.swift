extension Tensor {
  /// The place of the largest number of each row, the first of several equals; not differentiable.
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
