/// The five depths of the first residual nets.
///
/// He et al. 2015, "Deep residual learning for image recognition", table 1. A depth is the number of layers with weights on the path through the branches, the first and the last
/// layer included; convolutions on shortcuts are not counted.
public enum Depth: Int, CaseIterable, Sendable {
  case layers18 = 18
  case layers34 = 34
  case layers50 = 50
  case layers101 = 101
  case layers152 = 152

  /// How many blocks each of the four stages has.
  public var blocks: [Int] {
    switch self {
    case .layers18: [2, 2, 2, 2]
    case .layers34, .layers50: [3, 4, 6, 3]
    case .layers101: [3, 4, 23, 3]
    case .layers152: [3, 8, 36, 3]
    }
  }

  /// From 50 layers on a block has three convolutions, of which only the middle one is wider than
  /// 1 × 1; below that two of 3 × 3.
  public var usesBottlenecks: Bool { rawValue >= 50 }

  /// How many times the channels it computes with a block returns.
  public var expansion: Int { usesBottlenecks ? 4 : 1 }
}
