import Kernels

extension Shapes {
  /// `[N, K]` times `[K, M]` is `[N, M]`.
  public static func matMul(_ a: [Int], _ b: [Int]) throws(SentenceError) -> [Int] {
    try expect(
      a.count == 2 && b.count == 2,
      "matMul: a is \(a) and b is \(b); a matrix product needs rows and columns, [N, K] and [K, M]")
    try expect(
      a[1] == b[0],
      "matMul: a is \(a), so its rows hold \(counted(a[1], "number")); b is \(b), which expects \(b[0])"
    )
    return [a[0], b[1]]
  }
}

/// The product of two matrices: each row of `a` with each column of `b`.
///
/// - Parameters:
///   - a: `[N, K]`.
///   - b: `[K, M]`.
/// - Returns: `[N, M]`.
public func matMul(_ a: Tensor, _ b: Tensor) -> Tensor {
  let shape = fitting(try Shapes.matMul(a.shape, b.shape), of: [a, b])
  let (n, k, m) = (shape[0], a.shape[1], shape[1])
  let (u, v) = (a.buffer, b.buffer)
  let y = kernels.matMul(u, v, MatMulGeometry(rows: n, inner: k, columns: m))
  return Tensor(y, shape: shape).recorded(
    as: .matMul,
    [
      // dy · bᵀ
      .wrt(a) { dy in
        kernels.matMul(dy, v, MatMulGeometry(rows: n, inner: m, columns: k, transposesRight: true))
      },
      // aᵀ · dy
      .wrt(b) { dy in
        kernels.matMul(u, dy, MatMulGeometry(rows: k, inner: n, columns: m, transposesLeft: true))
      },
    ])
}

extension Tape.Operation {
  /// The kind of `matMul`.
  public static let matMul = Self("matMul")
}
