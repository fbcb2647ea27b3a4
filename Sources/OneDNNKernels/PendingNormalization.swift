import Kernels

// Batch norm is nearly always followed by a relu, or by the sum of a residual block and then a relu.
// Computed one by one these are up to seven passes over memory; computed together, three.

/// A result that can be computed together with a relu behind it.
protocol Rectifiable: Pending {
  /// - Parameter relu: whether what is negative becomes zero.
  func write(to start: UnsafeMutablePointer<Float>, relu: Bool)
}

extension Rectifiable {
  func write(to start: UnsafeMutablePointer<Float>) { write(to: start, relu: false) }
}

/// Batch normalization that is not computed yet.
final class PendingNormalization: Rectifiable {
  /// What is normalized, in any layout and in blocks of channels.
  private let x: Buffer
  let arranged: Buffer
  private let normalization: Normalization
  private let statistics: ChannelStatistics
  let geometry: ImageGeometry

  init(
    _ x: Buffer, _ n: Normalization, _ statistics: ChannelStatistics, _ g: ImageGeometry
  ) {
    (self.x, arranged) = (x, x.arranged(.blocked(g.shape)))
    (normalization, self.statistics, geometry) = (n, statistics, g)
  }

  /// Whether it is the normalization of just these.
  func isOf(_ x: Buffer, _ n: Normalization, _ statistics: ChannelStatistics) -> Bool {
    x === self.x && n.weight === normalization.weight && n.bias === normalization.bias
      && n.epsilon == normalization.epsilon && statistics == self.statistics
  }

  func write(to start: UnsafeMutablePointer<Float>, relu: Bool) {
    write(to: start.vectors, relu: relu) { y, _ in y }
  }

  /// Writes what `f` makes of the normalized numbers and their places.
  @inline(__always)
  fileprivate func write(
    to py: UnsafeMutablePointer<Vector>, relu: Bool, _ f: (_ y: Vector, _ i: Int) -> Vector
  ) {
    withExtendedLifetime(arranged) {
      let px = arranged.vectors
      let blocks = Affine.blocks(normalization, statistics, geometry, relu: relu)
      geometry.forEachPlane { plane, pixels in
        let affine = blocks[plane.block]
        for i in pixels { py[i] = affine.clamped(f(affine(px[i]), i)) }
      }
    }
  }
}

/// The sum of a normalization that is not computed yet and of numbers that are.
final class PendingSum: Rectifiable {
  private let norm: PendingNormalization
  private let other: Buffer

  /// - Parameter other: arranged as the normalization.
  init(_ norm: PendingNormalization, _ other: Buffer) { (self.norm, self.other) = (norm, other) }

  func write(to start: UnsafeMutablePointer<Float>, relu: Bool) {
    withExtendedLifetime(other) {
      let po = other.vectors
      norm.write(to: start.vectors, relu: relu) { y, i in y + po[i] }
    }
  }
}

/// The gradient behind the relu of a normalization, not computed yet.
///
/// The gradient of the normalization reads `x` anyway, so it can see for itself what the relu let
/// through.
final class PendingReLUGradient: Pending {
  /// The gradient by what the relu returned, and what it returned.
  let dy, y: Buffer
  let norm: PendingNormalization

  init(_ dy: Buffer, _ y: Buffer, _ norm: PendingNormalization) {
    (self.dy, self.y, self.norm) = (dy, y, norm)
  }

  func write(to start: UnsafeMutablePointer<Float>) {
    OneDNN.writeReLUGradient(dy, y: y, to: start.vectors)
  }
}
