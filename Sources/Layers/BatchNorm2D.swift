import Autograd

/// Keeps each channel at mean 0 and variance 1, and then scales and shifts it by learned amounts.
///
/// While learning, that is on a `Tape()`, mean and variance are those of the batch, and the layer
/// remembers a running average of them. Otherwise, off the tape or on a `Tape(for: .using)`, it
/// normalizes by what it remembers, so that what an image becomes does not depend on the others in
/// the batch.
public final class BatchNorm2D: Layer {
  /// What each channel is scaled by, `[C]`.
  public let weight: Parameter
  /// What is added to each channel, `[C]`.
  public let bias: Parameter

  /// The mean of each channel over the batches learned from, the latest counting most, `[C]`.
  public var runningMean: Tensor { didSet { check(&runningMean, oldValue, "runningMean") } }
  /// The variance of each channel over the batches learned from, the latest counting most, `[C]`.
  ///
  /// It is estimated for all images, of which a batch is a sample: squared distances are divided by
  /// one less than there are numbers.
  public var runningVariance: Tensor {
    didSet { check(&runningVariance, oldValue, "runningVariance") }
  }

  /// How many batches were learned from.
  public private(set) var batchesTracked = 0

  public let epsilon: Float
  /// The share of the latest batch in the running statistics, from 0 to 1; `nil` if all batches are
  /// to have the same, which makes the running statistics their mean.
  public var momentum: Float? { didSet { Self.check(momentum) } }
  public let relu: Bool

  /// - Parameters:
  ///   - channels: the channels of the images it will see.
  ///   - epsilon: is added to a variance before its root is divided by.
  ///   - momentum: the share of the latest batch in the running statistics, from 0 to 1; `nil` if all
  ///     batches are to have the same.
  ///   - relu: whether what is negative after all that becomes zero, in the same pass.
  public init(_ channels: Int, epsilon: Float = 1e-5, momentum: Float? = 0.1, relu: Bool = false) {
    require(channels > 0, "BatchNorm2D: channels is \(channels), but must be at least 1")
    require(epsilon >= 0, "BatchNorm2D: epsilon is \(epsilon), but must be at least 0")
    Self.check(momentum)
    weight = Parameter(.ones([channels]))
    bias = Parameter(.zeros([channels]))
    (runningMean, runningVariance) = (.zeros([channels]), .ones([channels]))
    (self.epsilon, self.momentum, self.relu) = (epsilon, momentum, relu)
  }

  /// - Parameter x: images, `[N, C, H, W]`.
  /// - Returns: the shape of `x`.
  public func forward(_ x: Tensor) -> Tensor {
    let (weight, bias) = (weight.on(x.tape), bias.on(x.tape))
    guard x.tape?.purpose == .learning else {
      let running = ChannelStatistics(mean: runningMean, variance: runningVariance)
      return batchNorm2D(x, weight, bias, statistics: running, epsilon: epsilon, relu: relu)
    }
    let (y, statistics) = batchNorm2D(x, weight, bias, epsilon: epsilon, relu: relu)
    remember(statistics, of: Float(x.count / x.shape[1]))
    return y
  }

  public var settings: String {
    "\(weight.value.count)" + (epsilon == 1e-5 ? "" : ", epsilon: \(epsilon)")
      + (momentum == 0.1 ? "" : ", momentum: \(momentum.map { "\($0)" } ?? "nil")")
      + (relu ? ", relu: true" : "")
  }

  /// Forgets all batches, as if none had been learned from; weight and bias stay.
  public func forget() {
    (runningMean, runningVariance) = (.zeros(weight.value.shape), .ones(weight.value.shape))
    batchesTracked = 0
  }

  private func remember(_ batch: ChannelStatistics, of count: Float) {
    batchesTracked += 1
    let share = momentum ?? 1 / Float(batchesTracked)
    runningMean = (1 - share) * runningMean + share * batch.mean
    runningVariance =
      (1 - share) * runningVariance + (share * count / (count - 1)) * batch.variance
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

extension BatchNorm2D: Remembering {
  public var memory: [(name: String, value: StateValue)] {
    [
      ("running_mean", .tensor(runningMean)), ("running_var", .tensor(runningVariance)),
      ("num_batches_tracked", .count(batchesTracked)),
    ]
  }

  public func remember(_ value: StateValue, as name: String) {
    switch (name, value) {
    case ("running_mean", .tensor(let mean)): runningMean = mean
    case ("running_var", .tensor(let variance)): runningVariance = variance
    case ("num_batches_tracked", .count(let count)): batchesTracked = count
    default: require(false, "BatchNorm2D: \(value) cannot be remembered as \(name)")
    }
  }
}
