import ConeDNN
import Kernels

/// As many matrices of the same size one after another, `[count, rows, columns]`.
struct Matrices {
  let buffer: Buffer
  private let arrangement: Arrangement

  /// Room for them, not yet filled.
  ///
  /// - Parameter transposed: whether it is the columns that lie in one piece, not the rows.
  init(_ count: Int, _ rows: Int, _ columns: Int, transposed: Bool = false) {
    arrangement = .strided(
      [count, rows, columns], by: [rows * columns, transposed ? 1 : columns, transposed ? rows : 1])
    buffer = Buffer(arrangement)
  }

  private init(buffer: Buffer, arrangement: Arrangement) {
    (self.buffer, self.arrangement) = (buffer, arrangement)
  }

  /// Each times the one in its place, `[count, rows, other.columns]`.
  func times(_ other: Matrices) -> Matrices {
    let (left, right) = (arrangement, other.arrangement)
    let shape = [left.shape[0], left.shape[1], right.shape[2]]
    let products = Primitive.cached(.matrixProducts(left, right)) {
      Primitive(
        one_matmul(
          Engine.cpu, Engine.userScratchpad, left.description, right.description,
          Arrangement.plain(shape).description),
        inputs: [DNNL_ARG_SRC, DNNL_ARG_WEIGHTS], outputs: [DNNL_ARG_DST])!
    }
    return Matrices(
      buffer: products.run([buffer, other.buffer])[0], arrangement: .plain(shape))
  }
}
