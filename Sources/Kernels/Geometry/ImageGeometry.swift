/// The sizes of a batch of images.
public struct ImageGeometry: Hashable, Sendable {
  /// The axes of `[N, C, H, W]`.
  public let images, channels, height, width: Int

  /// A batch of these sizes.
  public init(images: Int, channels: Int, height: Int, width: Int) {
    (self.images, self.channels, self.height, self.width) = (images, channels, height, width)
  }

  /// How many pixels one channel of one image has.
  public var pixels: Int { height * width }
  /// The numbers in all images.
  public var count: Int { images * channels * pixels }
}
