// Every window is divided by its number of places, also where some are in the padding. Sums are taken in
// `Double`.

extension KernelSet {
  /// The mean of each window.
  public static func averagePool2D(_ x: Buffer, _ g: Pool2DGeometry) -> Buffer {
    let x = x.scalars
    var y = [Double](repeating: 0, count: g.outputCount)
    g.forEachPair { i, j in y[i] += Double(x[j]) }
    return Buffer(y.map { Float($0 / Double(g.kernel * g.kernel)) })
  }

  /// Every window shares its gradient equally.
  public static func averagePool2DGradient(_ dy: Buffer, _ g: Pool2DGeometry) -> Buffer {
    let dy = dy.scalars
    var dx = [Double](repeating: 0, count: g.inputCount)
    g.forEachPair { i, j in dx[j] += Double(dy[i]) }
    return Buffer(dx.map { Float($0 / Double(g.kernel * g.kernel)) })
  }

  /// The mean of each channel of each image.
  public static func globalAveragePool2D(_ x: Buffer, _ g: ImageGeometry) -> Buffer {
    var sums = [Double](repeating: 0, count: g.images * g.channels)
    for (i, x) in x.scalars.enumerated() { sums[i / g.pixels] += Double(x) }
    return Buffer(sums.map { Float($0 / Double(g.pixels)) })
  }

  /// Every channel shares its gradient equally.
  public static func globalAveragePool2DGradient(_ dy: Buffer, _ g: ImageGeometry) -> Buffer {
    Buffer(
      dy.scalars.flatMap { dy in [Float](repeating: dy / Float(g.pixels), count: g.pixels) })
  }
}
