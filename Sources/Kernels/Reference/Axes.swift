// Sums over some axes of a tensor, and the reverse: numbers repeated along those axes. Sums are taken in
// `Double`.

extension KernelSet {
  /// The sums along the axes of `g`.
  public static func sum(_ x: Buffer, over g: AxesGeometry) -> Buffer {
    var sums = [Double](repeating: 0, count: g.reducedCount)
    for (i, x) in x.scalars.enumerated() { sums[g.reducedPlace(of: i)] += Double(x) }
    return Buffer(sums.map(Float.init))
  }

  /// The numbers of `x` repeated along the axes of `g`.
  public static func broadcast(_ x: Buffer, over g: AxesGeometry) -> Buffer {
    let x = x.scalars
    return Buffer((0..<g.count).map { i in x[g.reducedPlace(of: i)] })
  }
}
