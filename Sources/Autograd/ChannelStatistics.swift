import Kernels

/// Mean and variance of each channel of images, `[C]`.
///
/// They are numbers, not functions: no gradient flows into them.
public struct ChannelStatistics {
  public let mean: Tensor
  /// The mean of the squared distances from `mean`.
  ///
  /// Measured of a batch it is the variance of just these numbers, divided by how many they are. That
  /// of everything the batch was drawn from is likely a little larger.
  public let variance: Tensor

  public init(mean: Tensor, variance: Tensor) {
    (self.mean, self.variance) = (mean.detached, variance.detached)
  }
}

extension ChannelStatistics {
  init(_ moments: ChannelMoments) {
    self.init(
      mean: Tensor(moments.mean, shape: [moments.mean.count]),
      variance: Tensor(moments.variance, shape: [moments.variance.count]))
  }

  var moments: ChannelMoments { ChannelMoments(mean: mean.buffer, variance: variance.buffer) }
}
