import Kernels

// Tensors that are not computed from others: all the same number, or drawn at random.

extension Tensor {
  /// The same number everywhere.
  public static func filled(with value: Float, _ shape: [Int]) -> Tensor {
    Tensor(Buffer(repeating: value, count: fitting(try Shapes.count(shape))), shape: shape)
  }

  /// Zeros.
  public static func zeros(_ shape: [Int]) -> Tensor { filled(with: 0, shape) }

  /// Ones.
  public static func ones(_ shape: [Int]) -> Tensor { filled(with: 1, shape) }

  /// Numbers from the uniform distribution over `range`.
  public static func uniform(
    _ shape: [Int], in range: ClosedRange<Float> = 0...1, using random: inout Random
  ) -> Tensor {
    Tensor(
      (0..<fitting(try Shapes.count(shape))).map { _ in random.uniform(in: range) }, shape: shape)
  }

  /// Numbers from the normal distribution with this mean and standard deviation.
  public static func normal(
    _ shape: [Int], mean: Float = 0, deviation: Float = 1, using random: inout Random
  ) -> Tensor {
    Tensor(
      (0..<fitting(try Shapes.count(shape))).map { _ in mean + deviation * random.normal() },
      shape: shape)
  }
}
