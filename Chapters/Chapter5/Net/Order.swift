/// Which comes first in a block of the pre-activation notebook: its convolutions, or norm and ReLU.
public enum Order: String, CaseIterable, Codable, Sendable, CustomStringConvertible {
  /// conv-BN-ReLU, the block of 2015.
  case convFirst
  /// BN-ReLU-conv, the notebook's block.
  case normFirst

  /// As the field writes it.
  public var title: String {
    switch self {
    case .convFirst: "conv-BN-ReLU"
    case .normFirst: "BN-ReLU-conv"
    }
  }

  /// The same.
  public var description: String { title }
}
