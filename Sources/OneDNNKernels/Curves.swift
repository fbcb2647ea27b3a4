import Kernels

// Sigmoid, tanh and GELU, sixteen numbers at a time. Where they saturate, their derivatives are differences from
// 1, decided by the last digit of `y`. So `y` is computed as 1 minus something small, rounded once.

extension OneDNN {
  package static func sigmoid(_ x: Buffer) -> Buffer {
    // The sigmoid of zero is a half, which would fill the gaps: row-major order has none.
    curve(x.stored == x.count ? x : x.plain) { x in
      let e = exponential(below: x.replacing(with: -x, where: x .> 0))
      let small = e / (1 + e)
      return small.replacing(with: 1 - small, where: x .> 0)
    }
  }

  package static func sigmoidGradient(_ dy: Buffer, y: Buffer) -> Buffer {
    slope(dy, y) { y in y * (1 - y) }
  }

  package static func tanh(_ x: Buffer) -> Buffer {
    curve(x) { x in
      let e = exponential(below: 2 * x.replacing(with: -x, where: x .> 0))
      let far = 1 - 2 * (e / (1 + e))
      // Around zero that would cancel; five terms of the series are exact there.
      let square = x * x
      var series = Vector(repeating: 62.0 / 2_835)
      series = series * square - 17.0 / 315
      series = series * square + 2.0 / 15
      series = series * square - 1.0 / 3
      return far.replacing(with: -far, where: x .< 0)
        .replacing(with: x + x * square * series, where: square .< 0.0625)
    }
  }

  package static func tanhGradient(_ dy: Buffer, y: Buffer) -> Buffer {
    slope(dy, y) { y in (1 - y) * (1 + y) }
  }

  package static func gelu(_ x: Buffer) -> Buffer { curve(x) { x in x * normal(x).share } }

  package static func geluGradient(_ dy: Buffer, x: Buffer) -> Buffer {
    // At 0 the slope is a half, but `slope` multiplies it by a gradient that is 0 in the gaps.
    slope(dy, x) { x in
      let normal = normal(x)
      return normal.share + x * normal.density
    }
  }
}

/// Of the standard normal distribution, the share of numbers below `x`, and the density there.
///
/// Abramowitz and Stegun 1964, "Handbook of mathematical functions", 7.1.26: to 10⁻⁷.
@inline(__always)
private func normal(_ x: Vector) -> (share: Vector, density: Vector) {
  let negative = x.replacing(with: -x, where: x .> 0)
  let e = exponential(below: -0.5 * x * x)
  let t = 1 / (1 - 0.23164189 * negative)
  var series = Vector(repeating: 1.061405429)
  series = series * t - 1.453152027
  series = series * t + 1.421413741
  series = series * t - 0.284496736
  series = series * t + 0.254829592
  let tail = 0.5 * series * t * e
  return (tail.replacing(with: 1 - tail, where: x .> 0), 0.3989423 * e)
}

/// `e` to the power of numbers that are at most 0, to seven digits; 0 below −87, near the smallest
/// normal `Float`.
///
/// With n the whole number nearest to x / ln 2, eˣ = 2ⁿ · eʳ, and r is so small that the series of eʳ
/// needs but few terms.
@inline(__always)
private func exponential(below x: Vector) -> Vector {
  // Magic-number rounding: at 1.5 · 2²³ a `Float` has no fraction bits, so that adding rounds x / ln 2 to
  // the nearest integer, which the low bits of the sum then hold.
  let large = Vector(repeating: 0x1.8p23)
  let sum = x * 1.442695 + large
  let n = sum - large
  // ln 2 in two parts, the first so short that its product with n is exact.
  let r = x - n * 0.693359375 + n * 2.1219444e-4
  var series = Vector(repeating: 1.0 / 5_040)
  series = series * r + 1.0 / 720
  series = series * r + 1.0 / 120
  series = series * r + 1.0 / 24
  series = series * r + 1.0 / 6
  series = series * r + 1.0 / 2
  series = series * r + 1
  series = series * r + 1
  // To multiply by 2ⁿ is to add n to the exponent, which begins at bit 23.
  let bits = unsafeBitCast(sum, to: SIMD16<Int32>.self) &<< 23
  let result = unsafeBitCast(unsafeBitCast(series, to: SIMD16<Int32>.self) &+ bits, to: Vector.self)
  return result.replacing(with: 0, where: x .< -87).replacing(with: x, where: x .!= x)
}

@inline(__always)
private func curve(_ x: Buffer, _ f: (Vector) -> Vector) -> Buffer {
  let y = Buffer(like: x)
  withExtendedLifetime(x) {
    let (px, py) = (x.vectors, y.vectors)
    forEachRun(of: y.vectorCount) { run in for i in run { py[i] = f(px[i]) } }
  }
  return y
}

@inline(__always)
private func slope(_ dy: Buffer, _ y: Buffer, _ f: (Vector) -> Vector) -> Buffer {
  let (dx, dy) = (Buffer(like: y), dy.arranged(like: y))
  withExtendedLifetime((dy, y)) {
    let (pdy, py, pdx) = (dy.vectors, y.vectors, dx.vectors)
    forEachRun(of: dx.vectorCount) { run in for i in run { pdx[i] = pdy[i] * f(py[i]) } }
  }
  return dx
}
