import Notebook

// Bounds of what is measured of trained nets, each with what was measured.

enum Thresholds {
  /// How far the sum over all paths may be from the gradient, relatively.
  static let apart = 1e-4
}

extension Checks {
  mutating func expectDeletions(_ trials: [Trial<NetModel, [Double]>], _ study: Study) {}
  mutating func expectSeveral(_ trials: [Trial<NetModel, [Double]>], _ counts: [Int]) {}
  mutating func expectOrders(_ trials: [Trial<NetModel, [Reordering]>]) {}
  mutating func expectPaths(_ trials: [Trial<NetModel, PathLengths>]) {}
  mutating func expectReadouts(_ trials: [Trial<NetModel, Readout>]) {}
}
