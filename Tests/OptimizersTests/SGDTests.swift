import Autograd
import Optimizers
import TestSupport
import Testing

@Suite struct SGDTests {
  /// The loss is `3 w`, so its gradient is 3 at every step.
  private func step(_ optimizer: SGD, _ weight: Parameter) {
    optimizer.step((3 * weight.on(Tape())).backward())
  }

  @Test func withoutMomentumEveryStepIsAlike() {
    let weight = Parameter(Tensor(1))
    let optimizer = SGD([weight], learningRate: 0.5)
    for wanted: Float in [-0.5, -2, -3.5] {
      step(optimizer, weight)
      #expect(weight.value.scalar == wanted)
    }
  }

  @Test func momentumAddsHalfOfTheLastMove() {
    let weight = Parameter(Tensor(1))
    let optimizer = SGD([weight], learningRate: 0.5, momentum: 0.5)
    // Velocities 3, 4.5 and 5.25.
    for wanted: Float in [-0.5, -2.75, -5.375] {
      step(optimizer, weight)
      #expect(weight.value.scalar == wanted)
    }
  }

  @Test func weightDecayPullsTowardsZero() {
    let weight = Parameter(Tensor(1))
    let optimizer = SGD([weight], learningRate: 0.5, momentum: 0.5, weightDecay: 0.25)
    // Gradients 3.25, then 3 + 0.25 · −0.625, then 3 + 0.25 · −2.859375.
    // Velocities 3.25, then 1.625 + 2.84375, then 2.234375 + 2.28515625.
    for wanted: Float in [-0.625, -2.859375, -5.119140625] {
      step(optimizer, weight)
      #expect(weight.value.scalar == wanted)
    }
  }

  @Test func theLearningRateMayChangeOnTheWay() {
    let weight = Parameter(Tensor(1))
    let optimizer = SGD([weight], learningRate: 1)
    step(optimizer, weight)
    optimizer.learningRate = 0.5
    step(optimizer, weight)
    #expect(weight.value.scalar == -3.5)  // 1 − 3 − 1.5
  }

  @Test func theMomentumMayChangeOnTheWay() {
    let weight = Parameter(Tensor(1))
    let optimizer = SGD([weight], learningRate: 0.5, momentum: 0.5)
    step(optimizer, weight)
    optimizer.momentum = 0.25
    step(optimizer, weight)
    #expect(weight.value.scalar == -2.375)  // velocities 3, then 0.25 · 3 + 3
  }

  @Test func aMomentumOfZeroForgetsTheVelocities() {
    let weight = Parameter(Tensor(1))
    let optimizer = SGD([weight], learningRate: 0.5, momentum: 0.5)
    step(optimizer, weight)
    optimizer.momentum = 0
    #expect(optimizer.state.tensors.isEmpty)
    optimizer.momentum = 0.5
    step(optimizer, weight)
    #expect(weight.value.scalar == -2)  // velocities 3, and 3 again
  }

  @Test func aNewMomentumIsNotNegative() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      SGD([Parameter(Tensor(1))], learningRate: 1, momentum: 0.5).momentum = -1
    }
    #expect(
      result?.lastWords
        == "SGD: momentum is -1.0, weightDecay 0.0; both must be numbers, and not negative")
  }

  @Test func aParameterWithoutAGradientStays() {
    let (used, unused) = (Parameter(Tensor(1)), Parameter(Tensor(7)))
    let optimizer = SGD([unused, used], learningRate: 1, momentum: 0.5, weightDecay: 0.5)
    step(optimizer, used)
    #expect(unused.value.scalar == 7)
    #expect(used.value.scalar == -2.5)
  }

  @Test func onlyItsOwnParametersMove() {
    let (mine, other) = (Parameter(Tensor(1)), Parameter(Tensor(1)))
    let tape = Tape()
    SGD([mine], learningRate: 1).step((mine.on(tape) + other.on(tape)).backward())
    #expect(mine.value.scalar == 0)
    #expect(other.value.scalar == 1)
  }

  @Test func noParametersCannotBeMoved() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = SGD([], learningRate: 1)
    }
    #expect(result?.lastWords == "SGD: there are no parameters to move")
  }

  @Test(arguments: [("-0.5", "0.0"), ("0.0", "-0.25"), ("inf", "0.0"), ("0.0", "nan")])
  func momentumAndWeightDecayAreNumbersAndNotNegative(momentum: String, weightDecay: String) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [momentum, weightDecay] in
      _ = SGD(
        [Parameter(Tensor(1))], learningRate: 1, momentum: Float(momentum)!,
        weightDecay: Float(weightDecay)!)
    }
    #expect(
      result?.lastWords
        == "SGD: momentum is \(momentum), weightDecay \(weightDecay); both must be numbers, and not negative"
    )
  }
}
