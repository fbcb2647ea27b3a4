// Arithmetic with one number that is not learned, written as people write it: `2 * x`, `x / 3`, `1 - x`.

extension Tensor {
  /// Each number of `x` times the one number `factor`, which is not learned.
  ///
  /// - Parameter x: any shape.
  /// - Returns: the shape of `x`.
  public static func * (factor: Float, x: Tensor) -> Tensor {
    Tensor(kernels.scale(x.buffer, by: factor), shape: x.shape).recorded(
      as: .scale,
      [
        .wrt(x) { dy in kernels.scale(dy, by: factor) }
      ])
  }

  /// `factor * x`.
  public static func * (x: Tensor, factor: Float) -> Tensor { factor * x }
  /// `-1 * x`.
  public static prefix func - (x: Tensor) -> Tensor { -1 * x }

  /// Each number divided by `divisor`.
  public static func / (x: Tensor, divisor: Float) -> Tensor { x / Tensor(divisor) }
  /// `dividend` divided by each number.
  public static func / (dividend: Float, x: Tensor) -> Tensor { Tensor(dividend) / x }
  /// Each number plus `term`.
  public static func + (x: Tensor, term: Float) -> Tensor { x + Tensor(term) }
  /// Each number plus `term`.
  public static func + (term: Float, x: Tensor) -> Tensor { Tensor(term) + x }
  /// Each number minus `term`.
  public static func - (x: Tensor, term: Float) -> Tensor { x - Tensor(term) }
  /// `term` minus each number.
  public static func - (term: Float, x: Tensor) -> Tensor { Tensor(term) - x }
}

extension Tape.Operation {
  /// The kind of `scale`.
  public static let scale = Self("scale")
}
