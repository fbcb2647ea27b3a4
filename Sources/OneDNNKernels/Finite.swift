import Kernels

extension Buffer {
  /// Whether none of the numbers is infinite or NaN.
  var isFinite: Bool {
    let lock = Lock()
    var differences = Vector.zero
    withExtendedLifetime(self) {
      let whole = stored / Vector.scalarCount
      forEachRun(of: whole) { run in
        // x − x is 0 if x is finite, and NaN if it is not.
        var sum = Vector.zero
        for i in run { sum += vectors[i] - vectors[i] }
        lock.around { differences += sum }
      }
      for i in whole * Vector.scalarCount..<stored { differences[0] += start[i] - start[i] }
    }
    return differences == .zero
  }
}
