import Autograd

/// Adam: each parameter moves against the mean of its recent gradients, divided by their size.
///
/// So all parameters move at about the same speed, however large or small their gradients are. It is
/// algorithm 1 of [Kingma and Ba 2015](https://arxiv.org/abs/1412.6980), and as in PyTorch's `Adam`,
/// `weightDecay · parameter` is added to the gradient before anything else.
public final class Adam: Optimizer {
  public var learningRate: Float
  /// How much of the mean of the gradients, and of that of their squares, is kept at each step.
  ///
  /// `Double`s, because of `1 − 0.999` a `Float` would leave four digits.
  public let beta1, beta2: Double
  public let epsilon, weightDecay: Float
  private let parameters: [Parameter]
  private var moments: [AdamMoments]

  /// - Parameters:
  ///   - learningRate: how far a parameter moves at most, about, in one step.
  ///   - beta1: the mean of the gradients reaches back about `1 / (1 − beta1)` steps.
  ///   - beta2: the mean of their squares reaches back about `1 / (1 − beta2)` steps.
  ///   - epsilon: added to the size, so that a gradient of nothing but zeros can be divided by it.
  ///   - weightDecay: the share of each parameter that is added to its gradient.
  public init(
    _ parameters: [Parameter], learningRate: Float = 0.001, beta1: Double = 0.9,
    beta2: Double = 0.999, epsilon: Float = 1e-8, weightDecay: Float = 0
  ) {
    require(!parameters.isEmpty, "Adam: there are no parameters to move")
    require(
      learningRate >= 0 && weightDecay >= 0,
      "Adam: learningRate is \(learningRate), weightDecay \(weightDecay); none may be negative")
    require(
      (0..<1).contains(beta1) && (0..<1).contains(beta2),
      "Adam: beta1 is \(beta1), beta2 \(beta2); each is a share to keep, from 0 to less than 1")
    require(
      epsilon > 0,
      "Adam: epsilon is \(epsilon); it must be positive, or zeros would be divided by zero")
    self.parameters = parameters
    (self.learningRate, self.weightDecay) = (learningRate, weightDecay)
    (self.beta1, self.beta2, self.epsilon) = (beta1, beta2, epsilon)
    moments = parameters.map { _ in AdamMoments() }
  }

  /// Moves every parameter that the loss depends on.
  ///
  /// For the others this is no step: theirs are counted one by one.
  public func step(_ gradients: Gradients) {
    for (i, parameter) in parameters.enumerated() {
      guard let gradient = gradients[parameter] else { continue }
      moments[i].move(
        parameter, against: gradient, learningRate: learningRate, beta1: beta1, beta2: beta2,
        epsilon: epsilon, weightDecay: weightDecay)
    }
  }

  /// The `mean` of each parameter's gradients, the `squaredMean` of their squares, and the last `step`.
  public var state: OptimizerState {
    var state = OptimizerState()
    for (i, moments) in moments.enumerated() where moments.step > 0 {
      state.tensors["\(i).mean"] = moments.mean
      state.tensors["\(i).squaredMean"] = moments.squaredMean
      state.integers["\(i).step"] = moments.step
    }
    return state
  }

  public func restore(_ state: OptimizerState) throws {
    let check = OptimizerStateCheck(
      "Adam", parameters, tensors: ["mean", "squaredMean"], counts: ["step"])
    try check(state)
    moments = parameters.indices.map { i in
      guard let mean = state.tensors["\(i).mean"],
        let squaredMean = state.tensors["\(i).squaredMean"], let step = state.integers["\(i).step"]
      else { return AdamMoments() }
      return AdamMoments(mean: mean, squaredMean: squaredMean, step: step)
    }
  }
}
