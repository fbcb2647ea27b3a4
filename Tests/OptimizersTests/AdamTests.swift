import Autograd
import Optimizers
import TestSupport
import Testing

@Suite struct AdamTests {
  /// The loss is `slope · w`, so its gradient is `slope` at every step.
  private func step(_ optimizer: Adam, _ weight: Parameter, slope: Float = 3) {
    optimizer.step((slope * weight.on(Tape())).backward())
  }

  /// The mean of equal gradients is that gradient, and so is its size.
  @Test(arguments: [3, 1e-3, 5e4] as [Float])
  func downASteadySlopeEveryStepIsTheLearningRate(slope: Float) {
    let weight = Parameter(Tensor(1))
    let optimizer = Adam([weight], learningRate: 0.25)
    for wanted: Float in [0.75, 0.5, 0.25, 0] {
      step(optimizer, weight, slope: slope)
      #expect(abs(weight.value.scalar - wanted) < 1e-4)
    }
  }

  @Test func upAndDownGetsNowhere() {
    let weight = Parameter(Tensor(1))
    let optimizer = Adam([weight], learningRate: 0.1, beta1: 0.5, beta2: 0.5)
    // Means 1, then (0.5 · 1 − 1) / 1.5 = −1/3; the mean square is 1 in both.
    for (slope, wanted) in [(1, 0.9), (-1, 0.9 + 0.1 / 3)] as [(Float, Float)] {
      step(optimizer, weight, slope: slope)
      #expect(abs(weight.value.scalar - wanted) < 1e-6)
    }
  }

  @Test func theLearningRateMayChangeOnTheWay() {
    let weight = Parameter(Tensor(1))
    let optimizer = Adam([weight], learningRate: 0.5)
    step(optimizer, weight)
    optimizer.learningRate = 0.25
    step(optimizer, weight)
    #expect(abs(weight.value.scalar - 0.25) < 1e-5)
  }

  @Test func aParameterWithoutAGradientStays() {
    let (used, unused) = (Parameter(Tensor(1)), Parameter(Tensor(7)))
    let optimizer = Adam([unused, used], learningRate: 0.5, weightDecay: 0.5)
    step(optimizer, used)
    #expect(unused.value.scalar == 7)
    #expect(abs(used.value.scalar - 0.5) < 1e-6)
  }

  /// So its first step is as long as any first step.
  @Test func aParameterCountsItsOwnSteps() {
    let (early, late) = (Parameter(Tensor(0)), Parameter(Tensor(0)))
    let optimizer = Adam([early, late], learningRate: 1)
    for _ in 0..<5 { step(optimizer, early) }
    step(optimizer, late)
    #expect(abs(late.value.scalar + 1) < 1e-5)
  }

  @Test func noParametersCannotBeMoved() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Adam([])
    }
    #expect(result?.lastWords == "Adam: there are no parameters to move")
  }

  @Test(arguments: ["-0.25", "nan"])
  func weightDecayIsANumberAndNotNegative(weightDecay: String) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [weightDecay] in
      _ = Adam([Parameter(Tensor(1))], weightDecay: Float(weightDecay)!)
    }
    #expect(
      result?.lastWords
        == "Adam: weightDecay is \(weightDecay), but must be a number, and not negative")
  }

  @Test(arguments: [(1, 0.999), (0.9, -0.5)] as [(Double, Double)])
  func aBetaIsAShare(beta1: Double, beta2: Double) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [beta1, beta2] in
      _ = Adam([Parameter(Tensor(1))], beta1: beta1, beta2: beta2)
    }
    #expect(
      result?.lastWords
        == "Adam: beta1 is \(beta1), beta2 \(beta2); each is a share to keep, from 0 to less than 1"
    )
  }

  @Test func whatIsNotANumberIsNoShare() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Adam([Parameter(Tensor(1))], beta2: .nan)
    }
    #expect(
      result?.lastWords
        == "Adam: beta1 is 0.9, beta2 nan; each is a share to keep, from 0 to less than 1")
  }

  @Test func nothingIsDividedByZero() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Adam([Parameter(Tensor(1))], epsilon: 0)
    }
    #expect(
      result?.lastWords
        == "Adam: epsilon is 0.0; it must be positive, or zeros would be divided by zero")
  }
}
