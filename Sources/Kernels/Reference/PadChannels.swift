extension KernelSet {
  /// `x` with channels of zeros behind its own.
  public static func padChannels(_ x: Buffer, to channels: Int, _ g: ImageGeometry) -> Buffer {
    let (x, image) = (x.scalars, g.channels * g.pixels)
    let zeros = [Float](repeating: 0, count: (channels - g.channels) * g.pixels)
    return Buffer((0..<g.images).flatMap { n in x[n * image..<(n + 1) * image] + zeros })
  }

  /// `dy` without the channels that were added.
  public static func padChannelsGradient(_ dy: Buffer, from channels: Int, _ g: ImageGeometry)
    -> Buffer
  {
    let (dy, image) = (dy.scalars, channels * g.pixels)
    return Buffer(
      (0..<g.images).flatMap { n in dy[n * image..<n * image + g.channels * g.pixels] })
  }
}
