#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// Φ is the standard normal distribution: the share of its numbers that are less than x.

extension KernelSet {
  /// `x · Φ(x)`.
  public static func gelu(_ x: Buffer) -> Buffer {
    Buffer(x.scalars.map { x in Float(Double(x) * share(below: Double(x))) })
  }

  /// `dy · (Φ(x) + x · φ(x))`, where φ is the density, the derivative of Φ.
  public static func geluGradient(_ dy: Buffer, x: Buffer) -> Buffer {
    Buffer(
      zip(dy.scalars, x.scalars).map { dy, x in
        let x = Double(x)
        let density = systemExp(-x * x / 2) / (2 * Double.pi).squareRoot()
        return Float(Double(dy) * (share(below: x) + x * density))
      })
  }
}

/// Φ(x), which far to the left is a small number, not a difference from 1.
private func share(below x: Double) -> Double { erfc(-x / 2.0.squareRoot()) / 2 }

// The system's function, whose name stands for that of buffers inside a kernel set.
private func systemExp(_ x: Double) -> Double { exp(x) }
