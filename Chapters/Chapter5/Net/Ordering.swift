/// Where norm and ReLU are in a block.
///
/// He et al. 2016, "Identity mappings in deep residual networks", figure 4 and table 2.
public enum Ordering: String, CaseIterable, Codable, Sendable {
  /// The block of 2015: a relu follows the addition.
  case original
  /// A norm and a relu follow it.
  case normAfterAddition
  /// Nothing follows it, but the branch ends with a relu.
  case reluBeforeAddition
  /// Nothing follows it; a relu begins the block.
  case reluOnlyPreactivation
  /// Nothing follows it; a norm and a relu begin the block.
  case fullPreactivation

  /// As the paper calls it.
  public var title: String {
    switch self {
    case .original: "original"
    case .normAfterAddition: "BN after addition"
    case .reluBeforeAddition: "ReLU before addition"
    case .reluOnlyPreactivation: "ReLU-only pre-activation"
    case .fullPreactivation: "full pre-activation"
    }
  }

  /// The test error of 110 layers on CIFAR-10 in the paper's table 2, in percent.
  public var errorInPaper: String {
    switch self {
    case .original: "6.61"
    case .normAfterAddition: "8.17"
    case .reluBeforeAddition: "7.84"
    case .reluOnlyPreactivation: "6.71"
    case .fullPreactivation: "6.37"
    }
  }

  /// Whether the main path of a net of such blocks is the identity: no norm and no ReLU is on it, and the
  /// branches can be negative.
  var endsWithIdentity: Bool { self == .reluOnlyPreactivation || self == .fullPreactivation }
}
