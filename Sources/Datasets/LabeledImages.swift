import Autograd

/// Gray pictures of one size, each with its class.
///
/// The pixels are kept as bytes until a batch is made of them: as `Float` at 96 × 96, Fashion-MNIST
/// would take 2.2 GB.
public struct LabeledImages: Sendable {
  /// All pixels in the order `[count, height, width]`, from 0 for black to 255 for white.
  public let pixels: [UInt8]

  /// The class of each picture, an index into `classNames`.
  public let labels: [Int]

  /// The size of each picture, in pixels.
  public let height, width: Int

  /// The names of the classes.
  public let classNames: [String]

  /// Pictures of these pixels; sizes that do not match stop the program.
  public init(
    pixels: [UInt8], labels: [Int], height: Int, width: Int, classNames: [String]
  ) {
    require(
      height > 0 && width > 0 && pixels.count == labels.count * height * width,
      "LabeledImages: \(pixels.count) pixels were given; wanted are "
        + "\(labels.count) × \(height) × \(width), a picture for each label")
    require(
      labels.allSatisfy(classNames.indices.contains),
      "LabeledImages: every label must be the index of one of the \(classNames.count) class names")
    (self.pixels, self.labels, self.classNames) = (pixels, labels, classNames)
    (self.height, self.width) = (height, width)
  }

  /// How many pictures there are.
  public var count: Int { labels.count }

  /// The pixels of one picture, `[height, width]`.
  public func picture(at index: Int) -> [UInt8] {
    require(
      labels.indices.contains(index), "LabeledImages: no picture \(index) among \(count) pictures")
    return Array(pixels[index * height * width..<(index + 1) * height * width])
  }

  /// The first `n` pictures, or all if there are fewer.
  public func prefix(_ n: Int) -> LabeledImages {
    require(n >= 0, "LabeledImages: \(n) pictures were asked for; the number cannot be negative")
    return LabeledImages(
      pixels: Array(pixels.prefix(min(n, count) * height * width)), labels: Array(labels.prefix(n)),
      height: height, width: width, classNames: classNames)
  }
}
