/// What keeps the branches of a net small, or does not.
public enum Scaling: String, CaseIterable, Codable, Sendable {
  /// A norm behind each convolution.
  case norm
  /// The same, and the γ of the last one begins at zero (Goyal et al. 2017, "Accurate, large minibatch SGD",
  /// section 5.1).
  case zeroGamma
  /// No norm: the branch is multiplied by one parameter, α, that begins at zero (De and Smith 2020, "Batch
  /// normalization biases residual blocks towards the identity function in deep networks").
  case skipInit

  /// As in a table.
  public var title: String {
    switch self {
    case .norm: "norms"
    case .zeroGamma: "zero-γ"
    case .skipInit: "SkipInit"
    }
  }
}
