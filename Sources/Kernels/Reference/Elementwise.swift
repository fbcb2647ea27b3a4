#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// One number at a time. The slopes of relu, sigmoid and tanh are all easiest to say by what came
// out, `y`, not by what went in. Near the ends of the curves they are what is left of 1, so that the last
// digit of `y` decides them: it is computed in `Double` and rounded once.

extension Reference {
  public static func add(_ a: Buffer, _ b: Buffer) -> Buffer {
    Buffer(zip(a.scalars, b.scalars).map { a, b in a + b })
  }

  public static func multiply(_ a: Buffer, _ b: Buffer) -> Buffer {
    Buffer(zip(a.scalars, b.scalars).map { a, b in a * b })
  }

  public static func scale(_ x: Buffer, by factor: Float) -> Buffer {
    Buffer(x.scalars.map { x in factor * x })
  }

  public static func relu(_ x: Buffer) -> Buffer {
    Buffer(x.scalars.map { x in x <= 0 ? 0 : x })
  }

  public static func reluGradient(_ dy: Buffer, y: Buffer) -> Buffer {
    Buffer(zip(dy.scalars, y.scalars).map { dy, y in y <= 0 ? 0 : dy })
  }

  public static func sigmoid(_ x: Buffer) -> Buffer {
    Buffer(x.scalars.map { x in Float(1 / (1 + exp(-Double(x)))) })
  }

  public static func sigmoidGradient(_ dy: Buffer, y: Buffer) -> Buffer {
    Buffer(zip(dy.scalars, y.scalars).map { dy, y in dy * (y * (1 - y)) })
  }

  public static func tanh(_ x: Buffer) -> Buffer {
    Buffer(x.scalars.map { x in Float(hyperbolicTangent(Double(x))) })
  }

  public static func tanhGradient(_ dy: Buffer, y: Buffer) -> Buffer {
    Buffer(zip(dy.scalars, y.scalars).map { dy, y in dy * ((1 - y) * (1 + y)) })
  }
}

/// The system's, which inside `Reference` would be taken for that of buffers.
private func hyperbolicTangent(_ x: Double) -> Double { tanh(x) }
