import Kernels

extension Shapes {
  /// `[N, C, H, W]` becomes `[N, count, H, W]`.
  public static func padChannels(_ x: [Int], to count: Int) throws(SentenceError) -> [Int] {
    try expectImages("padChannels", x)
    try expect(
      count >= x[1],
      "padChannels: x is \(x), so it has \(counted(x[1], "channel")); to \(count) would take some away"
    )
    return [x[0], count, x[2], x[3]]
  }
}

/// The same images with channels of zeros behind their own.
///
/// It makes the input of a residual block fit an output with more channels, without anything to learn
/// (He et al. 2015, "Deep residual learning for image recognition", section 3.3, shortcut A).
///
/// - Parameters:
///   - x: images, `[N, C, H, W]`.
///   - count: how many channels to have, at least C.
/// - Returns: `[N, count, H, W]`.
public func padChannels(_ x: Tensor, to count: Int) -> Tensor {
  let shape = fitting(try Shapes.padChannels(x.shape, to: count), of: [x])
  let g = x.imageGeometry
  return Tensor(kernels.padChannels(x.buffer, to: count, g), shape: shape).recorded(
    as: .padChannels,
    [
      // The added zeros do not depend on x, so their gradient is dropped.
      .wrt(x) { dy in kernels.padChannelsGradient(dy, from: count, g) }
    ])
}

extension Tape.Operation {
  /// The kind of `padChannels`.
  public static let padChannels = Self("padChannels")
}
