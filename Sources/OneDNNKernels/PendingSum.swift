import Kernels

/// A sum that is not computed yet.
///
/// Two sums of a residual block need no pass over memory of their own: that of branch and shortcut is read
/// by a relu or measured by a norm, and that of the two gradients where they meet again follows a norm's
/// gradient or precedes a relu's.
final class PendingSum: Planewise, Measured {
  private let a, b: Buffer
  let geometry: ImageGeometry
  let measurement: Measurement

  private init(_ a: Buffer, _ b: Buffer, _ g: ImageGeometry) {
    (self.a, self.b, geometry, measurement) = (a, b, g, Measurement(of: g))
  }

  /// The sum of numbers arranged alike, if they are images in blocks of channels.
  static func of(_ a: Buffer, _ b: Buffer) -> Buffer? {
    guard let arrangement = a.layout as? Arrangement, arrangement.shape.count == 4,
      arrangement === Arrangement.blocked(arrangement.shape)
    else { return nil }
    let shape = arrangement.shape
    let g = ImageGeometry(
      images: shape[0], channels: shape[1], height: shape[2], width: shape[3])
    return Buffer(like: a, pending: PendingSum(a, b, g))
  }

  func planes() -> PlaneRecipe {
    planes { a, b, y, plane in loops.add(a, b, y, plane.pixels) }
  }

  /// How to compute the planes of a function of the two.
  func planes(
    _ combine:
      @escaping (
        UnsafePointer<Float>, UnsafePointer<Float>, UnsafeMutablePointer<Float>, Plane
      ) -> Void
  ) -> PlaneRecipe {
    let (a, b) = (PlaneReader(a, geometry), PlaneReader(b, geometry))
    return PlaneRecipe(room: a.room + b.room) { plane, y, room in
      a.read(plane, room) { pa in
        b.read(plane, room + a.room) { pb in combine(pa, pb, y, plane) }
      }
    }
  }

  func write(to start: UnsafeMutablePointer<Float>) {
    measurement.around { sums in
      let recipe = planes()
      geometry.forEachPlane(room: recipe.room) { plane, room in
        recipe.write(plane, start + plane.start, room)
        sums?.measure(plane, start + plane.start)
      }
    }
  }

  /// Zero in the place of what is negative.
  func relu() -> Buffer {
    filled(planes { a, b, y, plane in loops.add_relu(a, b, y, plane.pixels) })
  }

  /// Zero where `y`, which is arranged like it, is not positive.
  func reluGradient(_ y: Buffer) -> Buffer {
    _ = y.start
    return filled(
      planes { a, b, dx, plane in
        withExtendedLifetime(y) {
          loops.add_relu_gradient(a, b, y.start + plane.start, dx, plane.pixels)
        }
      })
  }

  private func filled(_ recipe: PlaneRecipe) -> Buffer {
    let result = Buffer(.blocked(geometry.shape))
    withExtendedLifetime(result) {
      let start = result.start
      geometry.forEachPlane(room: recipe.room) { plane, room in
        recipe.write(plane, start + plane.start, room)
      }
    }
    return result
  }
}
