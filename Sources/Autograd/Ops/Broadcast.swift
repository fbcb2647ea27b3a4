import Kernels

extension Shapes {
  /// `x` as it is aligned with `shape`, axis by axis, each of the same length or 1; `nil` if it cannot be.
  ///
  /// A single number goes with anything. A vector `[C]` goes along axis 1, the channels of `[N, C, H, W]`
  /// and the features of `[N, C]`: it counts as `[1, C, 1, 1]`. (PyTorch takes it for the last axis; there
  /// one writes `[C, 1, 1]`.) Any other tensor needs as many axes as `shape`.
  static func aligned(_ x: [Int], with shape: [Int]) -> [Int]? {
    var x = x
    if x.reduce(1, *) == 1 && x.count <= shape.count {
      x = shape.map { _ in 1 }
    } else if x.count == 1 && shape.count > 1 {
      x = shape.indices.map { $0 == 1 ? x[0] : 1 }
    }
    let fits = x.count == shape.count && zip(x, shape).allSatisfy { $0 == $1 || $0 == 1 }
    return fits ? x : nil
  }

  /// The shape that two tensors have in common once each is repeated along the axes where it has length 1.
  ///
  /// - Parameters:
  ///   - operation: its name and what it makes, for the sentence: `"add"` and `"a sum"`.
  ///   - a: `[N, C, H, W]`, for example.
  ///   - b: the same, `[C]`, `[1, C, 1, 1]`, or a single number; or the other way round.
  static func broadcast(_ operation: String, _ result: String, _ a: [Int], _ b: [Int])
    throws(SentenceError) -> [Int]
  {
    let (long, short) = a.count >= b.count ? (a, b) : (b, a)
    if aligned(short, with: long) != nil { return long }
    let fits = a.count == b.count && zip(a, b).allSatisfy { $0 == $1 || $0 == 1 || $1 == 1 }
    try expect(
      fits,
      "\(operation): a is \(a) and b is \(b); \(result) needs the same shape twice, or one that can be repeated to the other, as [C] or [1, C, 1, 1] to [N, C, H, W]"
    )
    return zip(a, b).map { $0 == 1 ? $1 : $0 }
  }

  /// Any shape that `x` can be repeated to fill.
  public static func broadcast(_ x: [Int], to shape: [Int]) throws(SentenceError) -> [Int] {
    try expect(
      aligned(x, with: shape) != nil,
      "broadcast: x is \(x), to \(shape); each axis needs the same length or 1, a vector the length of axis 1"
    )
    _ = try count(shape)
    return shape
  }
}

extension Tensor {
  /// The same numbers, repeated along the axes where this tensor has length 1.
  ///
  /// - Parameter newShape: what `Shapes.broadcast` allows: `[C]` and `[1, C, 1, 1]` become
  ///   `[N, C, H, W]`, a single number anything.
  public func broadcast(to newShape: [Int]) -> Tensor {
    let wanted = fitting(try Shapes.broadcast(shape, to: newShape), of: [self])
    if shape == wanted { return self }
    let aligned = Shapes.aligned(shape, with: wanted)!
    let g = AxesGeometry(wanted, axes: Set(wanted.indices.filter { aligned[$0] != wanted[$0] }))
    return Tensor(kernels.broadcast(buffer, over: g), shape: wanted).recorded(
      as: .broadcast,
      [
        // A number that is repeated gets the sum of the gradients of its copies.
        .wrt(self) { dy in kernels.sum(dy, over: g) }
      ])
  }
}

extension Tape.Operation {
  /// The kind of `broadcast`.
  public static let broadcast = Self("broadcast")
}
