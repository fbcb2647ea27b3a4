import Kernels

// Batch norm is nearly always followed by a relu, or by the sum of a residual block and then a relu.
// Computed one by one these are up to seven passes over memory; computed together, three; and none at all
// if the next kernel computes them as it loads its input (`Prologue`).

/// Batch normalization that is not computed yet.
final class PendingNormalization: Pending {
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

  /// What it does to each number.
  ///
  /// - Parameter relu: whether what is negative becomes zero then.
  func prologue(relu: Bool) -> Prologue {
    Prologue(
      input: arranged, maps: Affine.blocks(normalization, statistics, geometry, relu: relu))
  }

  func write(to start: UnsafeMutablePointer<Float>) { write(to: start, relu: false) }

  func write(to start: UnsafeMutablePointer<Float>, relu: Bool) {
    write(to: start.vectors, relu: relu) { y, _ in y }
  }

  /// Writes what `f` makes of the normalized numbers and their places.
  @inline(__always)
  fileprivate func write(
    to py: UnsafeMutablePointer<Vector>, relu: Bool, _ f: (_ y: Vector, _ i: Int) -> Vector
  ) {
    let prologue = prologue(relu: relu)
    withExtendedLifetime(prologue) {
      let px = prologue.input.vectors
      geometry.forEachPlane { plane, pixels in
        let affine = prologue.maps[plane.block]
        for i in pixels { py[i] = affine.clamped(f(affine(px[i]), i)) }
      }
    }
  }
}

/// The relu of a normalization, neither of which is computed yet.
final class PendingReLU: Pending {
  let norm: PendingNormalization

  init(_ norm: PendingNormalization) { self.norm = norm }

  func write(to start: UnsafeMutablePointer<Float>) { norm.write(to: start, relu: true) }
}

/// The sum of a normalization that is not computed yet and of numbers that are.
final class PendingSum: Pending {
  private let norm: PendingNormalization
  private let other: Buffer

  /// - Parameter other: arranged as the normalization.
  init(_ norm: PendingNormalization, _ other: Buffer) { (self.norm, self.other) = (norm, other) }

  func write(to start: UnsafeMutablePointer<Float>) { write(to: start, relu: false) }

  /// - Parameter relu: whether what is negative becomes zero.
  func write(to start: UnsafeMutablePointer<Float>, relu: Bool) {
    withExtendedLifetime(other) {
      let po = other.vectors
      norm.write(to: start.vectors, relu: relu) { y, i in y + po[i] }
    }
  }
}

/// The gradient behind the relu of a normalization, not computed yet.
///
/// The gradient of the normalization reads its input anyway, so it can see for itself what the relu let
/// through.
final class PendingReLUGradient: Pending {
  /// The gradient by what the relu returned.
  let dy: Buffer
  let norm: PendingNormalization

  init(_ dy: Buffer, _ norm: PendingNormalization) {
    (self.dy, self.norm) = (dy.arranged(.blocked(norm.geometry.shape)), norm)
  }

  func write(to start: UnsafeMutablePointer<Float>) {
    let prologue = norm.prologue(relu: true)
    withExtendedLifetime((prologue, dy)) {
      let (px, pdy, pdx) = (prologue.input.vectors, dy.vectors, start.vectors)
      norm.geometry.forEachPlane { plane, pixels in
        let affine = prologue.maps[plane.block]
        for i in pixels { pdx[i] = affine.passing(pdy[i], px[i]) }
      }
    }
  }
}
