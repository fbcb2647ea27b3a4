/// The kinds of nets whose files are recognized, each by the name of a tensor that only it has.
public enum KnownNet: String, CaseIterable, Sendable {
  /// torchvision's ResNets, of all depths.
  case torchvision = "layer1.0.conv1.weight"
  /// The net of chapter 2.
  case chapter2 = "rblock1.conv1.weight"
  /// The notebook's variant of ResNet, of all depths.
  case chapter4 = "resnet_block1.0.conv1.weight"
  /// The nets of chapter 5, in both orders.
  case chapter5 = "sequential1.0.conv1.weight"

  /// The kind to which the tensors with these names belong; `nil` if it is none of these.
  public init?(of names: [String]) {
    let names = Set(names)
    guard let known = Self.allCases.first(where: { names.contains($0.rawValue) }) else {
      return nil
    }
    self = known
  }

  /// Which nets these are, for sentences.
  public var title: String {
    switch self {
    case .torchvision: "torchvision's ResNets"
    case .chapter2: "chapter 2's net"
    case .chapter4: "chapter 4's nets"
    case .chapter5: "chapter 5's nets"
    }
  }
}
