import Kernels

/// A square of vectors that is transformed to the Winograd domain or back: first its columns, then its
/// rows.
struct WinogradPlane {
  /// Five rows of five; outputs and filters use three rows of three.
  private let square: UnsafeMutablePointer<Vector>

  /// Calls `body` with an uninitialized square.
  static func with(_ body: (WinogradPlane) -> Void) {
    withUnsafeTemporaryAllocation(of: Vector.self, capacity: 25) {
      body(WinogradPlane(square: $0.baseAddress!))
    }
  }

  /// The number in a row and a column.
  subscript(row: Int, column: Int) -> Vector {
    get { square[5 * row + column] }
    nonmutating set { square[5 * row + column] = newValue }
  }

  /// From 5 × 5 to 5 × 5.
  @inline(__always) func transform(_ map: (Five) -> Five) {
    for i in 0..<5 { setColumn(i, map(column(i))) }
    for i in 0..<5 { setRow(i, map(row(i))) }
  }

  /// From 3 × 3 to 5 × 5.
  @inline(__always) func widen(_ map: (Three) -> Five) {
    for i in 0..<3 {
      setColumn(i, map((self[0, i], self[1, i], self[2, i])))
    }
    for i in 0..<5 { setRow(i, map((self[i, 0], self[i, 1], self[i, 2]))) }
  }

  /// From 5 × 5 to 3 × 3.
  @inline(__always) func narrow(_ map: (Five) -> Three) {
    for i in 0..<5 { (self[0, i], self[1, i], self[2, i]) = map(column(i)) }
    for i in 0..<3 { (self[i, 0], self[i, 1], self[i, 2]) = map(row(i)) }
  }

  @inline(__always) private func row(_ i: Int) -> Five {
    (self[i, 0], self[i, 1], self[i, 2], self[i, 3], self[i, 4])
  }

  @inline(__always) private func setRow(_ i: Int, _ x: Five) {
    (self[i, 0], self[i, 1], self[i, 2], self[i, 3], self[i, 4]) = x
  }

  @inline(__always) private func column(_ i: Int) -> Five {
    (self[0, i], self[1, i], self[2, i], self[3, i], self[4, i])
  }

  @inline(__always) private func setColumn(_ i: Int, _ x: Five) {
    (self[0, i], self[1, i], self[2, i], self[3, i], self[4, i]) = x
  }
}
