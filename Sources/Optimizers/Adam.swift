import Autograd
import Kernels

/// Adam: each parameter moves against the moving average of its gradients, divided by the root of that of
/// their squares ([Kingma and Ba 2015](https://arxiv.org/abs/1412.6980), algorithm 1).
///
/// So all parameters move at about the same speed, however large or small their gradients are. In step
/// `t`, counted from 1, `g` being the gradient of the parameter `w`:
///
///     g           ← g + weightDecay · w
///     mean        ← beta1 · mean        + (1 − beta1) · g
///     squaredMean ← beta2 · squaredMean + (1 − beta2) · g²
///     w ← w − learningRate · (mean / (1 − beta1ᵗ)) / (√(squaredMean / (1 − beta2ᵗ)) + epsilon)
///
/// Both averages start at zero; dividing by `1 − betaᵗ` is the bias correction for that.
public final class Adam: Optimizer {
  /// How far a parameter moves at most, about, in one step; it may change between steps.
  public var learningRate: Float { didSet { requireRate("Adam", learningRate) } }
  /// The decay of the moving average of the gradients, and of that of their squares.
  ///
  /// `Double`s, because of `1 − 0.999` a `Float` would leave four digits.
  public let beta1, beta2: Double
  /// What is added to the root, and the share of each parameter that is added to its gradient.
  public let epsilon, weightDecay: Float
  private let parameters: [Parameter]
  private var moments: [Moments]

  /// The moving averages of one parameter's gradients and of their squares, and how many steps it took.
  private struct Moments {
    /// Without bias correction; `nil` before the first step.
    var mean, squaredMean: Buffer?
    var step = 0
  }

  /// - Parameters:
  ///   - parameters: what to move; one that is given twice is moved once.
  ///   - learningRate: how far a parameter moves at most, about, in one step.
  ///   - beta1: the average of the gradients reaches back about `1 / (1 − beta1)` steps.
  ///   - beta2: the average of their squares reaches back about `1 / (1 − beta2)` steps.
  ///   - epsilon: added to the root, so that a gradient of nothing but zeros does not divide by zero.
  ///   - weightDecay: the share of each parameter that is added to its gradient.
  public init(
    _ parameters: [Parameter], learningRate: Float = 0.001, beta1: Double = 0.9,
    beta2: Double = 0.999, epsilon: Float = 1e-8, weightDecay: Float = 0
  ) {
    let parameters = each(parameters, of: "Adam")
    requireRate("Adam", learningRate)
    require(
      weightDecay >= 0 && weightDecay.isFinite,
      "Adam: weightDecay is \(weightDecay), but must be a number, and not negative")
    require(
      (0..<1).contains(beta1) && (0..<1).contains(beta2),
      "Adam: beta1 is \(beta1), beta2 \(beta2); each is a share to keep, from 0 to less than 1")
    require(
      epsilon > 0 && epsilon.isFinite,
      "Adam: epsilon is \(epsilon); it must be positive, or zeros would be divided by zero")
    self.parameters = parameters
    (self.learningRate, self.weightDecay) = (learningRate, weightDecay)
    (self.beta1, self.beta2, self.epsilon) = (beta1, beta2, epsilon)
    moments = parameters.map { _ in Moments() }
  }

  /// Moves every parameter that the loss depends on, at least one; for the others this is no step.
  public func step(_ gradients: Gradients) {
    var moved = 0
    defer { requireMoved("Adam", parameters, moved) }
    for (i, parameter) in parameters.enumerated() {
      guard let gradient = gradients[parameter] else { continue }
      moved += 1
      // The kernel updates in place what is uniquely referenced, so the averages are taken out.
      var (mean, squaredMean) = (moments[i].mean.take(), moments[i].squaredMean.take())
      var w = parameter.value.buffer
      moments[i].step += 1
      kernels.adam(
        &w, gradient.buffer, mean: &mean, squaredMean: &squaredMean, learningRate: learningRate,
        betas: (beta1, beta2), epsilon: epsilon, weightDecay: weightDecay, step: moments[i].step)
      (moments[i].mean, moments[i].squaredMean) = (mean, squaredMean)
      parameter.value = Tensor(w, shape: parameter.value.shape)
    }
  }

  /// The `mean` of each parameter's gradients, the `squaredMean` of their squares, and the last `step`.
  public var state: OptimizerState {
    var state = OptimizerState()
    for (i, moments) in moments.enumerated() {
      guard let mean = moments.mean, let squaredMean = moments.squaredMean else { continue }
      let shape = parameters[i].value.shape
      state.tensors["\(i).mean"] = Tensor(mean, shape: shape)
      state.tensors["\(i).squaredMean"] = Tensor(squaredMean, shape: shape)
      state.integers["\(i).step"] = moments.step
    }
    return state
  }

  /// Goes on from `state`, which must be one of Adam with these parameters.
  public func restore(_ state: OptimizerState) throws(SentenceError) {
    let check = OptimizerStateCheck(
      "Adam", parameters, tensors: ["mean", "squaredMean"], counts: ["step"])
    try check(state)
    moments = parameters.indices.map { i in
      Moments(
        mean: state.tensors["\(i).mean"]?.buffer,
        squaredMean: state.tensors["\(i).squaredMean"]?.buffer,
        step: state.integers["\(i).step"] ?? 0)
    }
  }
}
