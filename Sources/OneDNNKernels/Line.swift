import Kernels

/// What normalizing comes to for sixteen channels: `(x − mean) · slope + bias`, and zero instead of
/// what is at most `floor`.
///
/// Where there is no channel everything is zero, and so a gap stays zero.
struct Line {
  let mean, slope, bias: Vector
  /// The mean with all its digits.
  let exactMean: Doubles
  /// `1 / √(variance + ε)`.
  let inverseDeviation: Doubles

  /// What the mean has beyond the digits of a `Float`; it is taken away in the bias.
  var restOfMean: Doubles { exactMean - mean.doubles }

  /// Zero for a relu; without one not a number, which nothing is at most.
  let floor: Vector

  /// One for each of the blocks.
  static func lines(_ n: Normalization, _ moments: ChannelMoments, _ g: ImageGeometry) -> [Line] {
    let (weight, bias) = (n.weight.scalars.map(Double.init), n.bias.scalars.map(Double.init))
    return (0..<g.blocks).map { block in
      Line(
        mean: Doubles(moments.mean, block, orElse: 0),
        variance: Doubles(moments.variance, block, orElse: 1),
        weight: Doubles(weight, block, orElse: 0), bias: Doubles(bias, block, orElse: 0), n)
    }
  }

  private init(
    mean: Doubles, variance: Doubles, weight: Doubles, bias: Doubles,
    _ n: Normalization
  ) {
    inverseDeviation = 1 / (variance + Double(n.epsilon)).squareRoot()
    let slope = weight * inverseDeviation
    let rest = mean - Vector(mean).doubles
    self.mean = Vector(mean)
    exactMean = mean
    self.slope = Vector(slope)
    self.bias = Vector(bias - rest * slope)
    floor = Vector(repeating: n.relu ? 0 : .nan)
  }
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

extension ChannelMoments {
  /// Those of the planes that were added up.
  init(_ sums: PlaneSums, _ g: ImageGeometry) {
    let blocks = (0..<g.blocks).map(sums.moments)
    func channels(_ numbers: (Int) -> Doubles) -> [Double] {
      (0..<g.channels).map { numbers($0 / 16)[$0 % 16] }
    }
    self.init(mean: channels { blocks[$0].mean }, variance: channels { blocks[$0].variance })
  }
}
