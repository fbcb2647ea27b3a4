import Autograd
import Layers

/// What is on the shortcut of a block.
///
/// He et al. 2016, "Identity mappings in deep residual networks", figure 2 and table 1.
public enum Bypass: String, CaseIterable, Codable, Sendable {
  /// Nothing.
  case identity
  /// A factor of one half.
  case half
  /// A factor of one half, and another on the branch.
  case halfAndHalf
  /// A 1 × 1 convolution and its norm, in every block.
  case convolution

  /// As the paper calls it.
  public var title: String {
    switch self {
    case .identity: "identity"
    case .half: "0.5 · x"
    case .halfAndHalf: "0.5 · x + 0.5 · F(x)"
    case .convolution: "1 × 1 convolution"
    }
  }
}
