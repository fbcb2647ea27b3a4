import Autograd
import Layers
import Optimizers
import TestSupport
import Testing

@Suite struct OptimizerStateTests {
  /// The convolution's weights are kept in blocks of sixteen channels; what is restored is row-major.
  @Test(arguments: Kind.allCases) func aRestoredTrainingHasTheSameBits(kind: Kind) throws {
    let unbroken = Run(kind, seed: 1)
    unbroken.train(batches: 0..<8)

    let first = Run(kind, seed: 1)
    first.train(batches: 0..<3)
    let second = Run(kind, seed: 2)
    for (new, old) in zip(second.net.parameters, first.net.parameters) {
      new.value = copy(old.value)
    }
    let state = first.optimizer.state
    #expect(state.tensors.isEmpty == (kind == .plain))
    try second.optimizer.restore(
      OptimizerState(tensors: state.tensors.mapValues(copy), integers: state.integers))
    // Taking a state disturbs nobody: `first` goes on as well.
    for run in [second, first] {
      run.train(batches: 3..<8)
      for (found, wanted) in zip(run.net.parameters, unbroken.net.parameters) {
        #expect(found.value.scalars == wanted.value.scalars)
      }
    }
  }

  @Test func aStateStaysAsItWasWhenTaken() {
    let run = Run(.adam, seed: 1)
    run.train(batches: 0..<2)
    let state = run.optimizer.state
    let before = state.tensors.mapValues(\.scalars)
    run.train(batches: 2..<4)
    #expect(state.tensors.mapValues(\.scalars) == before)
    #expect(state.integers["0.step"] == 2 && run.optimizer.state.integers["0.step"] == 4)
  }

  @Test func whatNeverMovedHasNoEntry() throws {
    let parameters = [Parameter(Tensor(1)), Parameter(Tensor(1))]
    for optimizer in [SGD(parameters, learningRate: 1, momentum: 0.5), Adam(parameters)]
      as [any Optimizer]
    {
      #expect(optimizer.state.tensors.isEmpty && optimizer.state.integers.isEmpty)
      optimizer.step((2 * parameters[1].on(Tape())).backward())
      let state = optimizer.state
      #expect(state.tensors.keys.allSatisfy { $0.hasPrefix("1.") } && !state.tensors.isEmpty)
      try optimizer.restore(state)
      try optimizer.restore(OptimizerState())
      #expect(optimizer.state.tensors.isEmpty)
    }
  }

  @Test(arguments: refusals) func whatDoesNotFitIsRefused(refusal: Refusal) {
    let parameters = [Parameter(.ramp([2, 3])), Parameter(.ramp([4]))]
    let optimizer: any Optimizer =
      switch refusal.kind {
      case .plain: SGD(parameters, learningRate: 1)
      case .momentum: SGD(parameters, learningRate: 1, momentum: 0.5)
      case .adam: Adam(parameters)
      }
    let state = OptimizerState(
      tensors: refusal.shapes.mapValues { .ramp($0) }, integers: refusal.integers)
    let error = #expect(throws: SentenceError.self) { try optimizer.restore(state) }
    #expect(error?.description == refusal.sentence)
    #expect(optimizer.state.tensors.isEmpty)
  }
}

private let refusals = [
  Refusal(
    .momentum, ["0.velocity": [3, 2]],
    saying: "SGD: \"0.velocity\" has the shape [3, 2], but parameter 0 has [2, 3]"),
  Refusal(
    .momentum, ["0.velocity": [2, 3], "2.velocity": [4]],
    saying: "SGD: the state holds \"2.velocity\"; the last parameter is 1"),
  Refusal(
    .momentum, ["0.mean": [2, 3], "0.squaredMean": [2, 3]], ["0.step": 1],
    saying: "SGD: the state holds \"0.mean\", which SGD with these settings does not remember"),
  Refusal(
    .plain, ["0.velocity": [2, 3]],
    saying: "SGD: the state holds \"0.velocity\", which SGD with these settings does not remember"),
  Refusal(
    .adam, ["0.velocity": [2, 3]],
    saying: "Adam: the state holds \"0.velocity\", which Adam with these settings does not remember"
  ),
  Refusal(
    .adam, ["1.mean": [4], "1.squaredMean": [4]],
    saying: "Adam: the state holds \"1.mean\" but not \"1.step\""),
  Refusal(.adam, [:], ["1.step": 3], saying: "Adam: the state holds \"1.step\" but not \"1.mean\""),
  Refusal(
    .adam, ["1.mean": [4], "1.squaredMean": [4, 1]], ["1.step": 3],
    saying: "Adam: \"1.squaredMean\" has the shape [4, 1], but parameter 1 has [4]"),
  Refusal(
    .adam, ["1.mean": [4], "1.squaredMean": [4]], ["1.step": 0],
    saying: "Adam: \"1.step\" is 0; it counts from 1, to 2⁵³ at most"),
  Refusal(
    .adam, ["1.mean": [4], "1.squaredMean": [4]], ["1.step": .max],
    saying: "Adam: \"1.step\" is 9223372036854775807; it counts from 1, to 2⁵³ at most"),
  Refusal(
    .adam, ["1.mean": [4], "1.squaredMean": [4], "1.step": []], ["1.step": 1],
    saying: "Adam: the state holds \"1.step\", which Adam with these settings does not remember"),
]

struct Refusal: Sendable {
  let kind: Kind
  let shapes: [String: [Int]]
  let integers: [String: Int]
  let sentence: String

  init(
    _ kind: Kind, _ shapes: [String: [Int]], _ integers: [String: Int] = [:],
    saying sentence: String
  ) {
    (self.kind, self.shapes) = (kind, shapes)
    (self.integers, self.sentence) = (integers, sentence)
  }
}

enum Kind: CaseIterable { case plain, momentum, adam }

/// A small net with wide convolutions, on its way.
private struct Run {
  let net: Sequential
  let optimizer: any Optimizer

  init(_ kind: Kind, seed: UInt64) {
    var random = Random(seed: seed)
    net = Sequential(
      Conv2D(3, 64, kernelSize: 3, padding: 1, using: &random), ReLU(),
      Conv2D(64, 64, kernelSize: 3, padding: 1, using: &random), ReLU(),
      GlobalAveragePool2D(), Flatten(), Linear(64, 10, using: &random))
    optimizer =
      switch kind {
      case .plain: SGD(net.parameters, learningRate: 0.1)
      case .momentum: SGD(net.parameters, learningRate: 0.1, momentum: 0.9, weightDecay: 0.01)
      case .adam: Adam(net.parameters, weightDecay: 0.01)
      }
  }

  func train(batches: Range<Int>) {
    for batch in batches {
      let x = Tensor.ramp([4, 3, 8, 8], seed: 37 * batch).on(Tape())
      optimizer.step(crossEntropy(net(x), [0, 3, 5, batch]).backward())
    }
  }
}

private func copy(_ tensor: Tensor) -> Tensor { Tensor(tensor.scalars, shape: tensor.shape) }
