import Kernels

// Batch norm is nearly always followed by a relu, or by the sum of a residual block and then a relu.
// Computed one by one these are up to seven passes over memory; computed together, three; and none at all
// if the next kernel computes them as it loads its input (`Prologue`, `Planewise`).

/// Batch normalization that is not computed yet.
final class PendingNormalization: Planewise {
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

  func planes() -> PlaneRecipe { planes(relu: false) }

  func planes(relu: Bool) -> PlaneRecipe {
    let prologue = prologue(relu: relu)
    _ = prologue.input.start
    return PlaneRecipe(room: 0) { plane, y, _ in
      withExtendedLifetime(prologue) {
        let x = prologue.input.start + plane.start
        prologue.maps[plane.block].with { loops.map($0, x, y, plane.pixels) }
      }
    }
  }
}

/// The relu of a normalization, neither of which is computed yet.
final class PendingReLU: Planewise {
  let norm: PendingNormalization
  var geometry: ImageGeometry { norm.geometry }

  init(_ norm: PendingNormalization) { self.norm = norm }

  func planes() -> PlaneRecipe { norm.planes(relu: true) }
}

/// The gradient behind the relu of a normalization, not computed yet.
///
/// The gradient of the normalization reads its input anyway, so it can see for itself what the relu let
/// through.
final class PendingReLUGradient: Planewise {
  /// The gradient by what the relu returned.
  let dy: Buffer
  let norm: PendingNormalization
  var geometry: ImageGeometry { norm.geometry }

  init(_ dy: Buffer, _ norm: PendingNormalization) { (self.dy, self.norm) = (dy, norm) }

  func planes() -> PlaneRecipe {
    let (prologue, dy) = (norm.prologue(relu: true), PlaneReader(dy, geometry))
    _ = prologue.input.start
    return PlaneRecipe(room: dy.room) { plane, dx, room in
      dy.read(plane, room) { dy in
        withExtendedLifetime(prologue) {
          let x = prologue.input.start + plane.start
          prologue.maps[plane.block].with { loops.map_gradient($0, dy, x, dx, plane.pixels) }
        }
      }
    }
  }
}
