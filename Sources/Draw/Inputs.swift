import ArgumentParser

/// The shapes of the inputs of the nets that are drawn.
extension Request {
  /// The shapes given or, if none is, the usual ones, all as large as the largest, so that nets can be
  /// compared.
  static func inputs(of nets: [DrawableNet], _ given: String?) throws -> [[Int]] {
    if let given {
      guard let shape = shape(from: given) else {
        throw ValidationError(
          "--input is \(given); it must be channels, height and width, like \(written(nets[0].input))"
        )
      }
      for net in nets {
        if let problem = net.problem(with: shape) { throw ValidationError(problem) }
      }
      return nets.map { _ in shape }
    }
    let side = nets.map { $0.input[1] }.max()!
    return nets.map { net in
      net.leastSide == nil || nets.count == 1 ? net.input : [net.input[0], side, side]
    }
  }
}
