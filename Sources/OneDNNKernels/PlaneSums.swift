import Kernels

/// Two sums for each channel of each image, and their totals over all images.
///
/// Each plane is summed by one thread and in order, and the planes are added up in order, too, all in
/// `Double`. So the totals do not depend on how the planes were split between the cores.
final class PlaneSums {
  private let notes: UnsafeMutablePointer<(first: Doubles, second: Doubles)>
  private let geometry: ImageGeometry

  init(_ geometry: ImageGeometry) {
    self.geometry = geometry
    notes = .allocate(capacity: geometry.images * geometry.blocks)
    notes.initialize(repeating: (.zero, .zero), count: geometry.images * geometry.blocks)
  }

  deinit { notes.deallocate() }

  /// Where to write the two sums of a plane.
  func places(of plane: Plane) -> (
    first: UnsafeMutablePointer<Double>, second: UnsafeMutablePointer<Double>
  ) {
    let first = UnsafeMutableRawPointer(notes + plane.number).assumingMemoryBound(to: Double.self)
    return (first, first + 16)
  }

  /// Notes the mean of a plane, and the sum of the squared distances from it.
  ///
  /// - Parameter start: where the plane lies.
  func measure(_ plane: Plane, _ start: UnsafePointer<Float>) {
    let (mean, squares) = places(of: plane)
    loops.measure(start, plane.pixels, mean, squares)
  }

  /// The first and the second, added up over all images.
  func totals(of block: Int) -> (Doubles, Doubles) {
    planes(of: block).reduce((.zero, .zero)) { ($0.0 + $1.first, $0.1 + $1.second) }
  }

  /// Mean and variance over all images, if the two sums of each plane are its mean and the sum of the
  /// squared distances from that.
  ///
  /// The squares around a common mean are those around the plane's own, and for each pixel the square
  /// of how far the two means are apart (Chan, Golub and LeVeque 1983, "Algorithms for computing the
  /// sample variance").
  func moments(of block: Int) -> (mean: Doubles, variance: Doubles) {
    let (images, pixels) = (Double(geometry.images), Double(geometry.pixels))
    let mean = totals(of: block).0 / images
    let squares = planes(of: block).reduce(Doubles.zero) { sum, plane in
      let apart = plane.first - mean
      return sum + plane.second + pixels * apart * apart
    }
    return (mean, squares / (images * pixels))
  }

  private func planes(of block: Int) -> some Sequence<(first: Doubles, second: Doubles)> {
    (0..<geometry.images).lazy.map { self.notes[$0 * self.geometry.blocks + block] }
  }
}
