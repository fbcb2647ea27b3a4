import Autograd

/// Pictures with their labels, as a net takes them.
public struct Batch {
  /// The normalized pictures, `[N, 1, H, W]`.
  public let images: Tensor

  /// The class of each picture, `[N]`.
  public let labels: [Int]
}
