import Chapter5Net
import Notebook

/// A narrow net that is compared with others: how deep it is, and what its blocks are like.
struct NarrowModel: Hashable, Codable, CustomStringConvertible {
  let depth: Int
  var ordering = Ordering.original
  var bypass = Bypass.identity

  var description: String { "\(depth) layers, \(ordering.title), \(bypass.title)" }

  /// All five orderings at one depth: table 2 of “Identity mappings in deep residual networks”.
  static func orderings(depth: Int) -> [NarrowModel] {
    Ordering.allCases.map { NarrowModel(depth: depth, ordering: $0) }
  }

  /// All four bypasses at one depth: those of table 1 that have no gates.
  static func bypasses(depth: Int) -> [NarrowModel] {
    Bypass.allCases.map { NarrowModel(depth: depth, bypass: $0) }
  }
}

/// How a short training of a narrow net went.
struct NarrowResult: Codable, Equatable {
  /// The mean over the last epoch.
  let loss: Double

  /// The share of test pictures that are not recognized, with statistics estimated afresh.
  let error: Double
}

typealias NarrowTrials = [Trial<NarrowModel, NarrowResult>]
