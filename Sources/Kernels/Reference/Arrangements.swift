// Numbers that are not changed but put elsewhere: parts of a tensor, tensors behind one another, and
// axes that change places.

extension KernelSet {
  /// The numbers at some places of one axis.
  public static func slice(_ x: Buffer, _ g: SliceGeometry) -> Buffer {
    let x = x.scalars
    return Buffer(
      (0..<g.outer).flatMap { x[g.start(inRun: $0)...].prefix(g.range.count * g.inner) })
  }

  /// `dy` at the places that were taken, 0 at all others.
  public static func sliceGradient(_ dy: Buffer, _ g: SliceGeometry) -> Buffer {
    let (dy, part) = (dy.scalars, g.range.count * g.inner)
    var dx = [Float](repeating: 0, count: g.count)
    for run in 0..<g.outer {
      for i in 0..<part { dx[g.start(inRun: run) + i] = dy[run * part + i] }
    }
    return Buffer(dx)
  }

  /// The runs of all parts in turns: the first of each, then the second of each.
  ///
  /// - Parameter runs: how many numbers a run of each part has, at least one.
  public static func concatenate(_ parts: [Buffer], runs: [Int]) -> Buffer {
    let parts = parts.map { $0.scalars }
    return Buffer(
      (0..<parts[0].count / runs[0]).flatMap { i in
        zip(parts, runs).flatMap { part, run in part[i * run..<(i + 1) * run] }
      })
  }

  /// The numbers with two axes in each other's place.
  public static func swapAxes(_ x: Buffer, _ g: SwapGeometry) -> Buffer {
    let (x, strides) = (x.scalars, g.swapped(rowMajorStrides(g.shape)))
    return Buffer(
      (0..<x.count).map { i in
        // How far along each axis of the result the number stands, the last axis first.
        var (rest, place) = (i, 0)
        for (length, stride) in zip(g.swappedShape, strides).reversed() {
          place += rest % length * stride
          rest /= length
        }
        return x[place]
      })
  }
}

/// For each axis, how far apart two neighbors on it are in row-major order.
public func rowMajorStrides(_ shape: [Int]) -> [Int] {
  shape.indices.map { shape[($0 + 1)...].reduce(1, *) }
}
