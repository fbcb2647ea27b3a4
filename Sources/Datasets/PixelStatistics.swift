import Autograd

/// The mean and the standard deviation of all pixels, with which pictures are normalized.
///
/// Both are computed from two sums of integers, so nothing is rounded before the last step: adding
/// MNIST's 47 million pixels as `Float`s gives a mean of 0.1311 instead of 0.1307.
extension LabeledImages {
  /// The mean of all pixels on the scale from 0, black, to 1, white; MNIST's is 0.1307.
  public var mean: Float { Float(Double(sums.pixels) / Double(pixels.count) / 255) }

  /// The standard deviation of all pixels on the scale 0…1; MNIST's is 0.3081.
  public var deviation: Float {
    let (sum, squares) = sums
    let n = Int128(pixels.count)
    // n²·variance is an integer, but at MNIST's size one of more than 64 bits.
    let scaled = n * Int128(squares) - Int128(sum) * Int128(sum)
    return Float(Double(scaled).squareRoot() / Double(n) / 255)
  }

  private var sums: (pixels: Int64, squares: Int64) {
    require(!pixels.isEmpty, "LabeledImages: no pictures have no mean and no deviation")
    var (sum, squares): (Int64, Int64) = (0, 0)
    for pixel in pixels {
      // The sums cannot overflow 64 bits, and checking for it would prevent SIMD.
      sum &+= Int64(pixel)
      squares &+= Int64(pixel) &* Int64(pixel)
    }
    return (sum, squares)
  }
}
