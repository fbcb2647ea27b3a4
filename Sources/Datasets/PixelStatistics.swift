import Autograd

/// The mean and the deviation of all pixels, by which pictures are normalised.
///
/// Both are read off two sums of integers, so nothing is rounded before the last step: to add
/// MNIST's 47 million pixels one by one as `Float`s gives a mean of 0.1311, and 0.1307 is right.
extension LabeledImages {
  /// The mean of all pixels on the scale from 0, black, to 1, white; MNIST's is 0.1307.
  public var mean: Float { Float(Double(sums.pixels) / Double(pixels.count) / 255) }

  /// The standard deviation of all pixels on the scale 0…1; MNIST's is 0.3081.
  public var deviation: Float {
    let (sum, squares) = sums
    let n = Int128(pixels.count)
    // n²·variance, which is an integer; it passes 64 bits at MNIST's size.
    let scaled = n * Int128(squares) - Int128(sum) * Int128(sum)
    return Float(Double(scaled).squareRoot() / Double(n) / 255)
  }

  private var sums: (pixels: Int, squares: Int) {
    require(!pixels.isEmpty, "LabeledImages: no pictures have no mean and no deviation")
    var (sum, squares) = (0, 0)
    for pixel in pixels {
      // A sum of squares of bytes cannot overflow; checking for it would forbid SIMD.
      sum &+= Int(pixel)
      squares &+= Int(pixel) &* Int(pixel)
    }
    return (sum, squares)
  }
}
