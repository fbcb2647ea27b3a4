import Kernels

extension Shapes {
  /// `[…, N, K]` times `[…, K, M]` is `[…, N, M]`.
  public static func matMul(_ a: [Int], _ b: [Int]) throws(SentenceError) -> [Int] {
    try expect(
      a.count >= 2 && b.count >= 2,
      "matMul: a is \(a) and b is \(b); a matrix product needs rows and columns, [N, K] and [K, M]")
    let (n, k, inner, m) = (a[a.count - 2], a[a.count - 1], b[b.count - 2], b[b.count - 1])
    try expect(
      k == inner,
      "matMul: a is \(a), so its rows hold \(counted(k, "number")); b is \(b), which expects \(inner)"
    )
    try expect(
      a.dropLast(2) == b.dropLast(2),
      "matMul: a is \(a) and b is \(b); matrix by matrix, the axes before the last two must be the same"
    )
    return a.dropLast(2) + [n, m]
  }
}

/// The product of two matrices: each row of `a` with each column of `b`.
///
/// With more axes it is the product of each matrix of `a` with that in its place in `b`.
///
/// - Parameters:
///   - a: `[N, K]` or `[…, N, K]`.
///   - b: `[K, M]` or `[…, K, M]`, with the same axes before.
/// - Returns: `[N, M]` or `[…, N, M]`.
public func matMul(_ a: Tensor, _ b: Tensor) -> Tensor {
  let shape = fitting(try Shapes.matMul(a.shape, b.shape), of: [a, b])
  let (n, k, m) = (shape[shape.count - 2], a.shape[shape.count - 1], shape[shape.count - 1])
  let count = shape.dropLast(2).reduce(1, *)
  let (u, v) = (a.buffer, b.buffer)
  let y = kernels.matMul(u, v, MatMulGeometry(count: count, rows: n, inner: k, columns: m))
  return Tensor(y, shape: shape).recorded(
    as: .matMul,
    [
      // dy · bᵀ
      .wrt(a) { dy in
        kernels.matMul(
          dy, v,
          MatMulGeometry(count: count, rows: n, inner: m, columns: k, transposesRight: true))
      },
      // aᵀ · dy
      .wrt(b) { dy in
        kernels.matMul(
          u, dy,
          MatMulGeometry(count: count, rows: k, inner: n, columns: m, transposesLeft: true))
      },
    ])
}

extension Tape.Operation {
  /// The kind of `matMul`.
  public static let matMul = Self("matMul")
}
