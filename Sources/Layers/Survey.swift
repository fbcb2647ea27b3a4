import Autograd

/// The size of a net, measured on the tape of one forward pass.
public struct Survey {
  /// The layers with weights on the longest path from the image to the scores.
  public let depth: Int
  /// Multiply-adds for one image: products of a weight and a number that are added up.
  public let multiplyAdds: Int

  /// Runs the net once, in evaluation mode, on zeros.
  ///
  /// - Parameter input: the shape of one image, `[1, C, H, W]`.
  public init(of net: any Layer, input: [Int]) {
    let tape = Tape(.evaluation)
    _ = net(tape.watch(.zeros(input)))
    var depths: [Int] = []
    var products = 0
    for line in tape.lines {
      let before = line.inputs.map { depths[$0] }.max() ?? 0
      let weight = line.inputs.map { tape.lines[$0] }.first {
        $0.operation == .parameter && $0.shape.count > 1
      }
      depths.append(before + (weight == nil ? 0 : 1))
      // Every number of the result is a sum over one row, or one window, of the weight.
      if let weight { products += line.shape.reduce(1, *) * weight.shape.dropFirst().reduce(1, *) }
    }
    depth = depths.max() ?? 0
    multiplyAdds = products
  }
}
