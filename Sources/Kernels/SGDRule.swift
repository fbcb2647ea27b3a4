/// `velocity ← momentum · velocity + dw + weightDecay · w`, then `w ← w − learningRate · velocity`.
public struct SGDRule: Sendable {
  public let learningRate, momentum, weightDecay: Float

  public init(learningRate: Float, momentum: Float = 0, weightDecay: Float = 0) {
    (self.learningRate, self.momentum) = (learningRate, momentum)
    self.weightDecay = weightDecay
  }
}
