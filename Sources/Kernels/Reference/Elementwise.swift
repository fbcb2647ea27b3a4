#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// One number at a time. The derivatives of relu, sigmoid and tanh are simplest as functions of the output
// `y`. In the saturated ends of the curves they are differences from 1, decided by the last digit of `y`:
// so it is computed in `Double` and rounded once.

extension KernelSet {
  /// `a + b`.
  public static func add(_ a: Buffer, _ b: Buffer) -> Buffer { map(a, b) { a, b in a + b } }
  /// `a − b`.
  public static func subtract(_ a: Buffer, _ b: Buffer) -> Buffer { map(a, b) { a, b in a - b } }
  /// `a · b`, number by number.
  public static func multiply(_ a: Buffer, _ b: Buffer) -> Buffer { map(a, b) { a, b in a * b } }
  /// `a / b`, number by number.
  public static func divide(_ a: Buffer, _ b: Buffer) -> Buffer { map(a, b) { a, b in a / b } }

  /// `factor · x`.
  public static func scale(_ x: Buffer, by factor: Float) -> Buffer { map(x) { x in factor * x } }

  /// `max(x, 0)`.
  public static func relu(_ x: Buffer) -> Buffer { map(x) { x in x <= 0 ? 0 : x } }

  /// `dy` where `y` is positive, 0 elsewhere.
  public static func reluGradient(_ dy: Buffer, y: Buffer) -> Buffer {
    map(dy, y) { dy, y in y <= 0 ? 0 : dy }
  }

  /// `1 / (1 + e⁻ˣ)`.
  public static func sigmoid(_ x: Buffer) -> Buffer {
    map(x) { x in Float(1 / (1 + systemExp(-Double(x)))) }
  }

  /// `dy · y · (1 − y)`.
  public static func sigmoidGradient(_ dy: Buffer, y: Buffer) -> Buffer {
    map(dy, y) { dy, y in dy * (y * (1 - y)) }
  }

  /// The hyperbolic tangent.
  public static func tanh(_ x: Buffer) -> Buffer { map(x) { x in Float(systemTanh(Double(x))) } }

  /// `dy · (1 − y²)`.
  public static func tanhGradient(_ dy: Buffer, y: Buffer) -> Buffer {
    map(dy, y) { dy, y in dy * ((1 - y) * (1 + y)) }
  }

  /// `eˣ`.
  public static func exp(_ x: Buffer) -> Buffer { map(x) { x in Float(systemExp(Double(x))) } }

  /// The natural logarithm.
  public static func log(_ x: Buffer) -> Buffer { map(x) { x in Float(systemLog(Double(x))) } }

  /// `√x`.
  public static func squareRoot(_ x: Buffer) -> Buffer { map(x) { x in x.squareRoot() } }
}

private func map(_ x: Buffer, _ f: (Float) -> Float) -> Buffer { Buffer(x.scalars.map(f)) }

private func map(_ a: Buffer, _ b: Buffer, _ f: (Float, Float) -> Float) -> Buffer {
  Buffer(zip(a.scalars, b.scalars).map(f))
}

// The system's functions, whose names stand for those of buffers inside a kernel set.
private func systemExp(_ x: Double) -> Double { exp(x) }
private func systemLog(_ x: Double) -> Double { log(x) }
private func systemTanh(_ x: Double) -> Double { tanh(x) }
