import Autograd
import Optimizers
import TestSupport

/// Some steps with given gradients, which a product with a constant hands to the parameter.
func expectSameSteps(_ fixture: FixtureCase) {
  let parameter = Parameter(fixture["weight"]!)
  func number(_ name: String) -> Float { Float(fixture.settings[name]!) }
  let optimizer: any Optimizer =
    fixture.operation == "sgd"
    ? SGD(
      [parameter], learningRate: number("learningRate"), momentum: number("momentum"),
      weightDecay: number("weightDecay"))
    : Adam(
      [parameter], learningRate: number("learningRate"), beta1: fixture.settings["beta1"]!,
      beta2: fixture.settings["beta2"]!, epsilon: number("epsilon"),
      weightDecay: number("weightDecay"))
  for step in 0..<fixture.whole("steps") {
    let loss = (parameter.on(Tape()) * fixture["gradient\(step)"]!).sum()
    optimizer.step(loss.backward())
  }
  expectSame(parameter.value, "y", fixture)
}

/// The learning rate of each step.
func expectSameRates(_ fixture: FixtureCase) {
  func number(_ name: String) -> Float { Float(fixture.settings[name]!) }
  let rate = number("learningRate")
  var schedule =
    switch fixture.operation {
    case "constantSchedule": Schedule.constant(rate)
    case "stepSchedule":
      Schedule.step(from: rate, every: fixture.whole("every"), factor: number("factor"))
    default: Schedule.cosine(from: rate, to: number("minimum"), over: fixture.whole("steps"))
    }
  if fixture.settings["warmUp"] != nil {
    schedule = schedule.warmedUp(from: number("warmUpFrom"), over: fixture.whole("warmUp"))
  }
  let rates = (0..<fixture["y"]!.count).map { schedule.learningRate(at: $0) }
  expectSame(Tensor(rates, shape: [rates.count]), "y", fixture)
}
