import Chapter5Net

// What a page asks of the deep nets of chapter 5.

nonisolated(unsafe) private var orderings: OrderingGradients?

/// - Returns: how many places there are; the answer has the norm of the gradient at each.
@_cdecl("path_norms") public func pathNorms(
  ordering: Int32, stage: Int32, paths: Int32, seed: UInt32
) -> Int32 {
  let known = orderings ?? OrderingGradients(seed: 1)
  orderings = known
  let norms = known.norms(
    Ordering.allCases[Int(ordering)], stage: Int(stage), along: Paths.allCases[Int(paths)],
    seed: UInt64(seed))
  return reply(norms.map { Float($0) })
}
