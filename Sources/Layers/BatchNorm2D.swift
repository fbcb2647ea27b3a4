import Autograd
import Kernels

/// Batch normalization: each channel to mean 0 and variance 1, then scaled and shifted by learned amounts
/// (Ioffe and Szegedy 2015).
///
/// In training mode, that is on a `Tape()`, mean and variance are those of the batch, and the layer keeps
/// an exponential moving average of them, the running statistics. In evaluation mode, off the tape or on a
/// `Tape(.evaluation)`, it normalizes by the running statistics, so that what an image becomes does not
/// depend on the others in the batch.
public final class BatchNorm2D: Layer {
  /// What each channel is scaled by, `[C]`.
  public let weight: Parameter
  /// What is added to each channel, `[C]`.
  public let bias: Parameter

  /// The exponential moving average of the batches' means, `[C]`.
  public var runningMean: Tensor { didSet { check(&runningMean, oldValue, "runningMean") } }
  /// The exponential moving average of the batches' unbiased variances, `[C]`.
  ///
  /// Unbiased: squared distances are divided by one less than there are numbers, since a batch is a
  /// sample of all images.
  public var runningVariance: Tensor {
    didSet { check(&runningVariance, oldValue, "runningVariance") }
  }

  /// How many batches the running statistics have seen.
  public private(set) var batchesTracked = 0

  /// What is added to a variance before its root is divided by.
  public let epsilon: Float
  /// The share of the latest batch in the running statistics, from 0 to 1; `nil` if all batches are
  /// to have the same, which makes the running statistics their mean.
  public var momentum: Float? { didSet { Self.check(momentum) } }

  /// - Parameters:
  ///   - channels: the channels of the images it will see.
  ///   - epsilon: is added to a variance before its root is divided by.
  ///   - momentum: the share of the latest batch in the running statistics, from 0 to 1; `nil` if all
  ///     batches are to have the same.
  public init(_ channels: Int, epsilon: Float = 1e-5, momentum: Float? = 0.1) {
    requireAtLeastOne("BatchNorm2D", ["channels": channels])
    require(
      epsilon >= 0 && epsilon.isFinite, "BatchNorm2D: epsilon is \(epsilon), but must be at least 0"
    )
    Self.check(momentum)
    weight = Parameter(.ones([channels]))
    bias = Parameter(.zeros([channels]))
    (runningMean, runningVariance) = (.zeros([channels]), .ones([channels]))
    (self.epsilon, self.momentum) = (epsilon, momentum)
  }

  /// - Parameter x: images, `[N, C, H, W]`.
  /// - Returns: the shape of `x`.
  public func forward(_ x: Tensor) -> Tensor {
    let (weight, bias) = (weight.on(x.tape), bias.on(x.tape))
    guard x.tape?.mode == .training else {
      let running = ChannelStatistics(
        mean: runningMean.scalars.map(Double.init),
        variance: runningVariance.scalars.map(Double.init))
      return batchNorm2D(x, weight, bias, statistics: running, epsilon: epsilon)
    }
    let (y, statistics) = batchNorm2D(x, weight, bias, epsilon: epsilon)
    update(by: statistics, of: Float(x.count / x.shape[1]))
    return y
  }

  /// The same, if the channels are the layer's; in training mode a channel must have two numbers at least.
  public func outputShape(of input: [Int]) throws(SentenceError) -> [Int] {
    let channels = weight.value.shape
    return try Shapes.batchNorm2D(input, channels, channels, statistics: channels)
  }

  /// Channels, and what differs from the usual.
  public var settings: String {
    "\(weight.value.count)" + (epsilon == 1e-5 ? "" : ", epsilon: \(epsilon)")
      + (momentum == 0.1 ? "" : ", momentum: \(momentum.map { "\($0)" } ?? "nil")")
  }

  /// Resets the running statistics to mean 0 and variance 1 of no batch; weight and bias stay.
  public func resetRunningStatistics() {
    (runningMean, runningVariance) = (.zeros(weight.value.shape), .ones(weight.value.shape))
    batchesTracked = 0
  }

  private func update(by batch: ChannelStatistics, of count: Float) {
    batchesTracked += 1
    let share = momentum ?? 1 / Float(batchesTracked)
    let (mean, variance) = (batch.mean.map(Float.init), batch.variance.map(Float.init))
    runningMean = (1 - share) * runningMean + share * Tensor(mean, shape: [mean.count])
    runningVariance =
      (1 - share) * runningVariance
      + (share * count / (count - 1)) * Tensor(variance, shape: [variance.count])
  }

  private static func check(_ momentum: Float?) {
    guard let momentum else { return }
    require(
      (0...1).contains(momentum), "BatchNorm2D: momentum is \(momentum), but must be from 0 to 1")
  }

  private func check(_ new: inout Tensor, _ old: Tensor, _ name: String) {
    require(
      new.shape == old.shape,
      "BatchNorm2D: the shape of \(name) is \(old.shape) and cannot become \(new.shape)")
    if new.tape != nil { new = new.detached }
  }
}

extension BatchNorm2D: Stateful {
  /// The running statistics.
  public var extraState: [(name: String, value: StateValue)] {
    [
      ("running_mean", .tensor(runningMean)), ("running_var", .tensor(runningVariance)),
      ("num_batches_tracked", .count(batchesTracked)),
    ]
  }

  /// Replaces one of the running statistics.
  public func setExtraState(_ value: StateValue, named name: String) {
    switch (name, value) {
    case ("running_mean", .tensor(let mean)): runningMean = mean
    case ("running_var", .tensor(let variance)): runningVariance = variance
    case ("num_batches_tracked", .count(let count)): batchesTracked = count
    default: require(false, "BatchNorm2D: \(value) cannot be kept as \(name)")
    }
  }
}
