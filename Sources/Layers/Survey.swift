import Autograd

/// What the record of one pass tells of a net.
public struct Survey {
  /// The layers with weights on the longest road from the image to the scores.
  public let depth: Int
  /// Multiplications of a weight by a number, each followed by an addition, for one image.
  public let multiplyAdds: Int

  /// - Parameter input: the shape of one image, `[1, C, H, W]`.
  public init(of net: any Layer, input: [Int]) {
    let tape = Tape(for: .using)
    _ = net(tape.watch(.zeros(input)))
    var depths: [Int] = []
    var products = 0
    for line in tape.lines {
      let before = line.inputs.map { depths[$0] }.max() ?? 0
      let weight = line.inputs.map { tape.lines[$0] }.first {
        $0.operation == "parameter" && $0.shape.count > 1
      }
      depths.append(before + (weight == nil ? 0 : 1))
      // Every number of the result is a sum over one row, or one window, of the weight.
      if let weight { products += line.shape.reduce(1, *) * weight.shape.dropFirst().reduce(1, *) }
    }
    depth = depths.max() ?? 0
    multiplyAdds = products
  }
}
