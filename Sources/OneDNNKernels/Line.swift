import Kernels

/// What normalizing comes to for sixteen channels: `(x − mean) · slope + bias`, and zero instead of
/// what is at most `floor`.
///
/// Where there is no channel everything is zero, and so a gap stays zero.
struct Line {
  let mean, slope, bias: Vector
  /// What the mean has beyond the digits of a `Float`; it is taken away in the bias.
  let restOfMean: SIMD16<Double>
  /// `1 / √(variance + ε)`.
  let inverseDeviation: SIMD16<Double>

  /// Zero for a relu; without one not a number, which nothing is at most.
  let floor: Vector

  /// One for each of the blocks.
  static func lines(_ n: Normalization, _ moments: ChannelMoments, _ g: ImageGeometry) -> [Line] {
    let (weight, bias) = (n.weight.scalars.map(Double.init), n.bias.scalars.map(Double.init))
    return (0..<g.blocks).map { block in
      Line(
        mean: SIMD16(moments.mean, block, orElse: 0),
        variance: SIMD16(moments.variance, block, orElse: 1),
        weight: SIMD16(weight, block, orElse: 0), bias: SIMD16(bias, block, orElse: 0), n)
    }
  }

  private init(
    mean: SIMD16<Double>, variance: SIMD16<Double>, weight: SIMD16<Double>, bias: SIMD16<Double>,
    _ n: Normalization
  ) {
    inverseDeviation = 1 / (variance + Double(n.epsilon)).squareRoot()
    let slope = weight * inverseDeviation
    self.mean = Vector(mean)
    restOfMean = mean - SIMD16<Double>(self.mean)
    self.slope = Vector(slope)
    self.bias = Vector(bias - restOfMean * slope)
    floor = Vector(repeating: n.relu ? 0 : .nan)
  }
}

extension SIMD16<Double> {
  /// The numbers of the channels of a block, and another where there is no channel.
  fileprivate init(_ channels: [Double], _ block: Int, orElse other: Double) {
    self.init(repeating: other)
    for (place, number) in channels.dropFirst(16 * block).prefix(16).enumerated() {
      self[place] = number
    }
  }
}

extension ChannelMoments {
  /// Those of the planes that were added up.
  init(_ sums: PlaneSums, _ g: ImageGeometry) {
    let blocks = (0..<g.blocks).map(sums.moments)
    func channels(_ numbers: (Int) -> SIMD16<Double>) -> [Double] {
      (0..<g.channels).map { numbers($0 / 16)[$0 % 16] }
    }
    self.init(mean: channels { blocks[$0].mean }, variance: channels { blocks[$0].variance })
  }
}
