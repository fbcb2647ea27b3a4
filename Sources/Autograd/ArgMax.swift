extension Tensor {
  /// The place of the largest number of each row, the first of several equals; not differentiable.
  ///
  /// `[N, classes]` gives `N` classes. A row whose largest number is infinite, or that has a NaN, gives
  /// −1, which is no class, so that a net whose scores mean nothing is right about nothing.
  public func argMax() -> [Int] {
    require(shape.count == 2 && shape[1] > 0, "argMax: \(shape) should be [N, classes]")
    let (scalars, classes) = (scalars, shape[1])
    return (0..<shape[0]).map { n in
      let row = scalars[n * classes..<(n + 1) * classes]
      let best = row.indices.reduce(row.startIndex) { row[$1] > row[$0] ? $1 : $0 }
      let hasLargest = row[best].isFinite && !row.contains { $0.isNaN }
      return hasLargest ? best - row.startIndex : -1
    }
  }
}
