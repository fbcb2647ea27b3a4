import Autograd

/// Some pictures with their labels, ready for a net.
public struct Batch {
  /// The normalised pictures, `[N, 1, H, W]`.
  public let images: Tensor

  /// The class of each picture, `[N]`.
  public let labels: [Int]
}
