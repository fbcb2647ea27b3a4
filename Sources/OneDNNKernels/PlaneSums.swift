import Kernels

/// A few numbers for each channel of each image, and what they come to over all images.
///
/// Whoever adds up a plane does so alone and in order, and the planes are added up in order too, in
/// `Double`. So the totals are the same however the planes were split between the cores.
struct PlaneSums {
  private let notes: Buffer
  private let geometry: ImageGeometry

  init(_ geometry: ImageGeometry) {
    self.geometry = geometry
    notes = Buffer(count: geometry.images * geometry.blocks * 3 * Vector.scalarCount)
  }

  func note(_ first: Vector, _ second: Vector, _ third: Vector = .zero, of plane: Plane) {
    notes.vectors[3 * plane.number] = first
    notes.vectors[3 * plane.number + 1] = second
    notes.vectors[3 * plane.number + 2] = third
  }

  /// The first and the second, added up over all images.
  func totals(of block: Int) -> (SIMD16<Double>, SIMD16<Double>) {
    var (first, second) = (SIMD16<Double>.zero, SIMD16<Double>.zero)
    withExtendedLifetime(notes) {
      for image in 0..<geometry.images {
        let plane = notes.vectors + 3 * (image * geometry.blocks + block)
        first += SIMD16<Double>(plane[0])
        second += SIMD16<Double>(plane[1])
      }
    }
    return (first, second)
  }

  /// Mean and variance over all images, if of each plane a number near its mean was noted, the sum of
  /// the squared distances from the mean, and how far the mean is from that number.
  ///
  /// Together the two are the mean in more digits than a `Float` has.
  ///
  /// The squares around a common mean are those around the plane's own, and for each pixel the square
  /// of how far the two means are apart (Chan, Golub and LeVeque 1983, "Algorithms for computing the
  /// sample variance").
  func moments(of block: Int) -> (mean: Vector, variance: Vector) {
    let (images, pixels) = (Double(geometry.images), Double(geometry.pixels))
    var (mean, squares) = (SIMD16<Double>.zero, SIMD16<Double>.zero)
    withExtendedLifetime(notes) {
      let planes = (0..<geometry.images).lazy.map { image in
        notes.vectors + 3 * (image * geometry.blocks + block)
      }
      for plane in planes { mean += SIMD16<Double>(plane[0]) + SIMD16<Double>(plane[2]) }
      mean /= images
      for plane in planes {
        let apart = SIMD16<Double>(plane[0]) + SIMD16<Double>(plane[2]) - mean
        squares += SIMD16<Double>(plane[1]) + pixels * apart * apart
      }
    }
    return (Vector(mean), Vector(squares / (images * pixels)))
  }
}
