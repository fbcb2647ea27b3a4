import Autograd
import Foundation

/// A learning rate for each step of a training.
///
///     let schedule = Schedule.cosine(from: 0.1, over: 9_000).warmedUp(from: 0.01, over: 1_000)
public struct Schedule: Equatable, Sendable {
  private let curve: Curve

  /// The same learning rate at every step.
  public static func constant(_ learningRate: Float) -> Schedule {
    requireRates("constant", ["learningRate": learningRate])
    return Schedule(curve: .constant(Double(learningRate)))
  }

  /// After every `interval` steps the learning rate is multiplied by `factor`.
  public static func step(
    from learningRate: Float, every interval: Int, factor: Float = 0.1
  ) -> Schedule {
    requireRates("step", ["from": learningRate, "factor": factor])
    requireSteps("step", "every", interval)
    return Schedule(
      curve: .step(from: Double(learningRate), every: interval, factor: Double(factor)))
  }

  /// Half a wave of the cosine, from `learningRate` to `minimum`, where it stays.
  ///
  /// So it falls slowly, then fast, then slowly again. It is the annealing of
  /// [Loshchilov and Hutter 2017](https://arxiv.org/abs/1608.03983), without their restarts.
  public static func cosine(
    from learningRate: Float, to minimum: Float = 0, over steps: Int
  ) -> Schedule {
    requireRates("cosine", ["from": learningRate, "to": minimum])
    requireSteps("cosine", "over", steps)
    return Schedule(
      curve: .cosine(from: Double(learningRate), to: Double(minimum), over: steps))
  }

  /// This schedule, begun `steps` later.
  ///
  /// Until then the learning rate goes in a straight line from `learningRate` to where this begins.
  public func warmedUp(from learningRate: Float, over steps: Int) -> Schedule {
    requireRates("warmedUp", ["from": learningRate])
    requireSteps("warmedUp", "over", steps)
    return Schedule(curve: .warmUp(from: Double(learningRate), over: steps, then: curve))
  }

  /// - Parameter step: how many steps were taken before; the first is step 0.
  public func learningRate(at step: Int) -> Float {
    require(step >= 0, "Schedule: there is no step \(step); the first is step 0")
    return Float(curve.learningRate(at: step))
  }
}

/// How a learning rate changes, in `Double`s, so that the steps do not show in the last digits.
private indirect enum Curve: Equatable, Sendable {
  case constant(Double)
  case step(from: Double, every: Int, factor: Double)
  case cosine(from: Double, to: Double, over: Int)
  case warmUp(from: Double, over: Int, then: Curve)

  func learningRate(at step: Int) -> Double {
    switch self {
    case .constant(let rate): return rate
    case .step(let rate, let interval, let factor):
      return rate * pow(factor, Double(step / interval))
    case .cosine(let rate, let minimum, let steps):
      let share = Double(min(step, steps)) / Double(steps)
      return minimum + (rate - minimum) * (1 + cos(.pi * share)) / 2
    case .warmUp(let rate, let steps, let curve):
      guard step < steps else { return curve.learningRate(at: step - steps) }
      let goal = curve.learningRate(at: 0)
      return rate + (goal - rate) * Double(step) / Double(steps)
    }
  }
}

private func requireRates(_ schedule: String, _ rates: KeyValuePairs<String, Float>) {
  for (name, rate) in rates {
    require(
      rate >= 0 && rate.isFinite,
      "Schedule.\(schedule): \(name) is \(rate); it must be a number, and not negative")
  }
}

private func requireSteps(_ schedule: String, _ name: String, _ steps: Int) {
  require(
    steps > 0, "Schedule.\(schedule): \(name) is \(steps); it counts steps, at least one")
}
