extension Reference {
  // Every window shares between as many pixels as it has places, also where some are in the padding.

  public static func averagePool2D(_ x: Buffer, _ g: Pool2DGeometry) -> Buffer {
    let x = x.scalars
    var y = [Float](repeating: 0, count: g.outputCount)
    g.forEachPair { i, j in y[i] += x[j] / Float(g.kernel * g.kernel) }
    return Buffer(y)
  }

  public static func averagePool2DGradient(_ dy: Buffer, _ g: Pool2DGeometry) -> Buffer {
    let dy = dy.scalars
    var dx = [Float](repeating: 0, count: g.inputCount)
    g.forEachPair { i, j in dx[j] += dy[i] / Float(g.kernel * g.kernel) }
    return Buffer(dx)
  }

  public static func globalAveragePool2D(_ x: Buffer, _ g: ImageGeometry) -> Buffer {
    var sums = [Double](repeating: 0, count: g.images * g.channels)
    for (i, x) in x.scalars.enumerated() { sums[i / g.pixels] += Double(x) }
    return Buffer(sums.map { Float($0 / Double(g.pixels)) })
  }

  public static func globalAveragePool2DGradient(_ dy: Buffer, _ g: ImageGeometry) -> Buffer {
    Buffer(
      dy.scalars.flatMap { dy in [Float](repeating: dy / Float(g.pixels), count: g.pixels) })
  }
}
