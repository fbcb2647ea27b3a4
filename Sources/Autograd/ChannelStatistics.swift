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
    self.init(mean: Tensor(moments.mean), variance: Tensor(moments.variance))
  }

  var moments: ChannelMoments {
    ChannelMoments(
      mean: mean.scalars.map(Double.init), variance: variance.scalars.map(Double.init))
  }
}

extension Tensor {
  fileprivate init(_ numbers: [Double]) {
    self.init(Buffer(numbers.map(Float.init)), shape: [numbers.count])
  }
}
