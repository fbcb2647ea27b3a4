import Kernels

/// What normalizing comes to for sixteen channels: `(x − mean) · slope + bias`, and zero instead of
/// what is at most `floor`.
///
/// Where there is no channel everything is zero, and so a gap stays zero.
struct Line {
  let mean, slope, bias: Vector
  /// `1 / √(variance + ε)`.
  let inverseDeviation: Vector

  /// Zero for a relu; without one not a number, which nothing is at most.
  let floor: Vector

  private init(_ n: Normalization, _ moments: ChannelMoments, _ g: ImageGeometry, block: Int) {
    let gaps = g.gaps(in: block)
    func values(_ buffer: Buffer) -> Vector {
      withExtendedLifetime(buffer) { buffer.vectors[block].replacing(with: 0, where: gaps) }
    }
    let deviation = (values(moments.variance) + n.epsilon).squareRoot()
    inverseDeviation = (1 / deviation).replacing(with: 0, where: gaps)
    mean = values(moments.mean)
    slope = values(n.weight) * inverseDeviation
    bias = values(n.bias)
    floor = Vector(repeating: n.relu ? 0 : .nan)
  }

  /// One for each of the blocks.
  static func lines(_ n: Normalization, _ moments: ChannelMoments, _ g: ImageGeometry) -> [Line] {
    let (n, moments) = (n.plain, moments.plain)
    return (0..<g.blocks).map { Line(n, moments, g, block: $0) }
  }
}

extension Normalization {
  /// The same with its numbers in row-major order.
  fileprivate var plain: Normalization {
    Normalization(weight: weight.plain, bias: bias.plain, epsilon: epsilon, relu: relu)
  }
}

extension ChannelMoments {
  /// The same with their numbers in row-major order.
  fileprivate var plain: ChannelMoments {
    ChannelMoments(mean: mean.plain, variance: variance.plain)
  }
}
