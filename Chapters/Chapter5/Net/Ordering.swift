/// Where norm and relu stand around the addition.
///
/// He et al. 2016, "Identity mappings in deep residual networks", figure 4 and table 2.
public enum Ordering: String, CaseIterable, Codable, Sendable {
  /// The block of 2015: a relu follows the addition.
  case original
  /// A norm and a relu follow it.
  case normAfterAddition
  /// Nothing follows it, but what is added is never negative.
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

  /// Whether the trunk of a net of such blocks is neither normalized nor cut off at zero.
  var endsWithIdentity: Bool { self == .reluOnlyPreactivation || self == .fullPreactivation }
}
