import Kernels

/// What normalization comes to for a block of sixteen channels: the affine map
/// `(x − mean) · slope + bias`, with zero instead of what is at most `floor`.
///
/// Where a block has no channel everything is zero, and so a gap stays zero.
struct Affine {
  // These four in this order are what the loops in C read.
  let mean, slope, bias: Vector
  /// Zero for a relu; without one NaN, which never compares true, so that nothing is clamped.
  let floor: Vector

  /// The mean with all its digits.
  let exactMean: Doubles
  /// `1 / √(variance + ε)`.
  let inverseDeviation: Doubles

  /// What the mean has beyond the digits of a `Float`; it is subtracted in the bias.
  var restOfMean: Doubles { exactMean - mean.doubles }

  /// One for each block of channels.
  ///
  /// - Parameter relu: whether a relu follows, in the same pass over memory.
  static func blocks(
    _ n: Normalization, _ statistics: ChannelStatistics, _ g: ImageGeometry, relu: Bool
  ) -> [Affine] {
    let (weight, bias) = (n.weight.scalars.map(Double.init), n.bias.scalars.map(Double.init))
    return (0..<g.blocks).map { block in
      Affine(
        mean: Doubles(statistics.mean, block, orElse: 0),
        variance: Doubles(statistics.variance, block, orElse: 1),
        weight: Doubles(weight, block, orElse: 0), bias: Doubles(bias, block, orElse: 0),
        epsilon: n.epsilon, floor: relu ? 0 : .nan)
    }
  }

  private init(
    mean: Doubles, variance: Doubles, weight: Doubles, bias: Doubles, epsilon: Float, floor: Float
  ) {
    inverseDeviation = 1 / (variance + Double(epsilon)).squareRoot()
    let slope = weight * inverseDeviation
    let rest = mean - Vector(mean).doubles
    self.mean = Vector(mean)
    exactMean = mean
    self.slope = Vector(slope)
    self.bias = Vector(bias - rest * slope)
    self.floor = Vector(repeating: floor)
  }

  /// The address of the map, as the loops in C take it.
  @inline(__always)
  func with<Result>(_ body: (UnsafePointer<Float>) -> Result) -> Result { floats(self, body) }
}

/// The address of what `value` consists of, while `body` uses it.
@inline(__always)
func floats<Value, Result>(_ value: Value, _ body: (UnsafePointer<Float>) -> Result) -> Result {
  withUnsafePointer(to: value) { body(UnsafeRawPointer($0).assumingMemoryBound(to: Float.self)) }
}

extension Doubles {
  /// The numbers of the channels of a block, and another where there is no channel.
  fileprivate init(_ channels: [Double], _ block: Int, orElse other: Double) {
    self.init(repeating: other)
    for (place, number) in channels.dropFirst(16 * block).prefix(16).enumerated() {
      self[place] = number
    }
  }
}

extension ChannelStatistics {
  /// Those of the planes that were added up.
  init(_ sums: PlaneSums, _ g: ImageGeometry) {
    let blocks = (0..<g.blocks).map(sums.moments)
    func channels(_ numbers: (Int) -> Doubles) -> [Double] {
      (0..<g.channels).map { numbers($0 / 16)[$0 % 16] }
    }
    self.init(mean: channels { blocks[$0].mean }, variance: channels { blocks[$0].variance })
  }
}
