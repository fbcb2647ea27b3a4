import Autograd

/// Normalizes pixels from bytes to `(pixel / 255 − mean) / deviation`.
public struct Normalize: Sendable {
  /// The mean that is subtracted and the standard deviation that is divided by, on the scale 0…1.
  public let mean, deviation: Float

  /// The result for each of the 256 bytes, so that nothing is divided per pixel.
  private let table: [Float]

  /// A normalization by this mean and standard deviation; those of MNIST are 0.1307 and 0.3081.
  public init(mean: Float, deviation: Float) {
    require(
      mean.isFinite && deviation.isFinite && deviation > 0,
      "Normalize: a mean of \(mean) and a deviation of \(deviation) were given; "
        + "wanted are finite numbers, the deviation above 0")
    (self.mean, self.deviation) = (mean, deviation)
    table = (0...255).map { (Float($0) / 255 - mean) / deviation }
  }

  /// The normalized pixels, in the same order.
  public func callAsFunction(_ pixels: [UInt8]) -> [Float] { pixels.map { table[Int($0)] } }

  /// Writes the normalized pixels to `output`, which has room for as many.
  func apply(_ pixels: UnsafeBufferPointer<UInt8>, to output: UnsafeMutablePointer<Float>) {
    table.withUnsafeBufferPointer { table in
      for index in pixels.indices { output[index] = table[Int(pixels[index])] }
    }
  }
}
