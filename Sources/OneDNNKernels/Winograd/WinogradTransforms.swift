import Kernels

// Winograd's algorithm F(3, 3) in one dimension: three outputs of a filter of three, from five inputs,
// by five products where there would be nine.
//
//     outputs = outputTransform(inputTransform(inputs) · filterTransform(filter))
//
// Inputs and filter are coefficients of polynomials, which are evaluated at the points 0, 1, −1, 2 and
// infinity: there the product of the polynomials, their convolution, is the product of the values. In two
// dimensions columns are transformed first, then rows.
//
// A gradient is propagated by the transpose of each of these linear maps.

typealias Three = (Vector, Vector, Vector)
typealias Five = (Vector, Vector, Vector, Vector, Vector)

extension Winograd {
  @inline(__always) static func inputTransform(_ x: Five) -> Five {
    let odd = x.3 - x.1
    return (
      2 * (x.0 - x.2) + odd,
      x.3 - x.2 - 2 * x.1,
      x.3 - 3 * x.2 + 2 * x.1,
      odd,
      x.4 - x.2 - 2 * odd
    )
  }

  @inline(__always) static func filterTransform(_ w: Three) -> Five {
    let even = w.0 + w.2
    return (
      0.5 * w.0,
      -0.5 * (even + w.1),
      (w.1 - even) * (1 / 6),
      (w.0 + 2 * w.1 + 4 * w.2) * (1 / 6),
      w.2
    )
  }

  @inline(__always) static func outputTransform(_ m: Five) -> Three {
    let both = m.1 + m.2
    return (
      m.0 + both + m.3,
      m.1 - m.2 + 2 * m.3,
      both + 4 * m.3 + m.4
    )
  }

  /// The transpose of `outputTransform`.
  @inline(__always) static func outputGradientTransform(_ dy: Three) -> Five {
    let even = dy.0 + dy.2
    return (dy.0, even + dy.1, even - dy.1, dy.0 + 2 * dy.1 + 4 * dy.2, dy.2)
  }

  /// The transpose of `filterTransform`.
  @inline(__always) static func filterGradientTransform(_ d: Five) -> Three {
    let (half, sixth) = (0.5 * d.1, d.2 * (1 / 6))
    let third = d.3 * (1 / 3)
    return (
      0.5 * d.0 - half - sixth + 0.5 * third,
      third + sixth - half,
      2 * third - half - sixth + d.4
    )
  }
}
