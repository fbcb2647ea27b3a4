import Chapter5Net

/// How a short training of a narrow net went: what is logged of it, a line each.
struct Trial: Codable, Equatable {
  let depth: Int
  let ordering: Ordering
  let bypass: Bypass
  let epochs: Int
  let seed: UInt64

  /// The mean over the last epoch.
  let loss: Double

  /// The share of test pictures that are not recognized, with statistics estimated afresh.
  let error: Double
}

extension [Trial] {
  func of(_ net: Contestant) -> [Trial] {
    filter { $0.depth == net.depth && $0.ordering == net.ordering && $0.bypass == net.bypass }
  }
}
