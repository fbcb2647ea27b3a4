import Autograd

/// Bytes of pixels to the numbers a net likes, centred on zero: `(pixel / 255 − mean) / deviation`.
public struct Normalize: Sendable {
  /// The mean and the deviation to remove, on the scale 0…1.
  public let mean, deviation: Float

  /// The outcome for each of the 256 bytes there are, so that no pixel is ever divided.
  private let table: [Float]

  /// The table for a mean and a deviation; MNIST's own are 0.1307 and 0.3081.
  public init(mean: Float, deviation: Float) {
    require(
      mean.isFinite && deviation.isFinite && deviation > 0,
      "Normalize: a mean of \(mean) and a deviation of \(deviation) were given; "
        + "wanted are finite numbers, the deviation above 0")
    (self.mean, self.deviation) = (mean, deviation)
    table = (0...255).map { (Float($0) / 255 - mean) / deviation }
  }

  /// The numbers for `pixels`, in their order.
  public func callAsFunction(_ pixels: [UInt8]) -> [Float] { pixels.map { table[Int($0)] } }

  /// Writes the numbers for `pixels` to `output`, which has as many places.
  func apply(_ pixels: UnsafeBufferPointer<UInt8>, to output: UnsafeMutablePointer<Float>) {
    table.withUnsafeBufferPointer { table in
      for index in pixels.indices { output[index] = table[Int(pixels[index])] }
    }
  }
}
