/// `velocity ← momentum · velocity + dw`, then `w ← w − rate · velocity`.
public struct SGDRule: Sendable {
  public let rate, momentum: Float
  public init(rate: Float, momentum: Float = 0) { (self.rate, self.momentum) = (rate, momentum) }
}
