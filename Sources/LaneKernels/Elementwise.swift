import Kernels

// The same arithmetic on every number, sixteen at a time.

extension Lanes {
  /// `a + b`.
  public static func add(_ a: Buffer, _ b: Buffer) -> Buffer { each(a, b) { $0 + $1 } }
  /// `a − b`.
  public static func subtract(_ a: Buffer, _ b: Buffer) -> Buffer { each(a, b) { $0 - $1 } }
  /// `a · b`, number by number.
  public static func multiply(_ a: Buffer, _ b: Buffer) -> Buffer { each(a, b) { $0 * $1 } }

  /// `factor · x`.
  public static func scale(_ x: Buffer, by factor: Float) -> Buffer {
    each(x, x) { x, _ in factor * x }
  }

  /// `max(x, 0)`.
  public static func relu(_ x: Buffer) -> Buffer {
    each(x, x) { x, _ in x.replacing(with: 0, where: x .<= 0) }
  }

  /// `dy` where `y` is positive, 0 elsewhere.
  public static func reluGradient(_ dy: Buffer, y: Buffer) -> Buffer {
    each(dy, y) { dy, y in dy.replacing(with: 0, where: y .<= 0) }
  }

  @inline(__always)
  private static func each(_ a: Buffer, _ b: Buffer, _ f: (Vector, Vector) -> Vector) -> Buffer {
    let (a, b, y) = (a.plain, b.plain, Buffer(count: a.count))
    withExtendedLifetime((a, b)) {
      let (a, b, y, count) = (a.vectors, b.vectors, y.vectors, y.vectorCount)
      for i in 0..<count { y[i] = f(a[i], b[i]) }
    }
    return y
  }
}
