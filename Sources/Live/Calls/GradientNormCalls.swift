import Chapter1Net

// What a page asks of the deep nets of chapter 1.

nonisolated(unsafe) private var gradients: GradientNorms?

/// - Returns: how many layers there are; the answer has the norm of each one's gradient.
@_cdecl("norms") public func norms(
  depth: Int32, activation: Int32, isResidual: Int32, scale: Float, seed: UInt32
) -> Int32 {
  let known = gradients ?? GradientNorms(seed: 1)
  gradients = known
  return reply(
    known.norms(
      depth: Int(depth), Activation.allCases[Int(activation)], isResidual: isResidual != 0,
      scale: scale, seed: UInt64(seed)))
}
