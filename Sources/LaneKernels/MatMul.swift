import Kernels

extension Lanes {
  /// The matrix products: each row of `a` is an image of one pixel, with a channel for each number, and each
  /// column of `b` a filter of one pixel.
  public static func matMul(_ a: Buffer, _ b: Buffer, _ g: MatMulGeometry) -> Buffer {
    // Nothing times something has no image, no channel or no filter.
    guard g.count * g.rows * g.inner * g.columns > 0 else {
      return Buffer(repeating: 0, count: g.count * g.rows * g.columns)
    }
    let (a, b, y) = (a.plain, b.plain, Buffer(count: g.count * g.rows * g.columns))
    for n in 0..<g.count {
      let left = matrix(a, n, g.rows, g.inner, isTransposed: g.transposesLeft)
      let right = matrix(b, n, g.columns, g.inner, isTransposed: !g.transposesRight)
      let product = conv2D(
        left, right, nil,
        Conv2DGeometry(
          images: g.rows, inChannels: g.inner, height: 1, width: 1, outChannels: g.columns,
          kernel: 1, stride: 1, padding: 0))
      (y.start + n * product.count).update(from: product.start, count: product.count)
    }
    return y
  }

  /// The `n`th of several matrices, `[rows, columns]`, which may be stored transposed.
  private static func matrix(
    _ x: Buffer, _ n: Int, _ rows: Int, _ columns: Int, isTransposed: Bool
  ) -> Buffer {
    let (x, y) = (x.start + n * rows * columns, Buffer(count: rows * columns))
    if !isTransposed {
      y.start.update(from: x, count: y.count)
      return y
    }
    for i in 0..<rows {
      for j in 0..<columns { y.start[i * columns + j] = x[j * rows + i] }
    }
    return y
  }
}
