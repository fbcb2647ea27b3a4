import Autograd
import Foundation
import Layers
import Optimizers
import Safetensors
import TestSupport
import Testing

@testable import Training

/// A layer whose parameters and layers have any names.
private final class Named: Layer {
  let children: [(name: String, layer: any Layer)]
  init(_ children: [(name: String, layer: any Layer)]) { self.children = children }
  func forward(_ x: Tensor) -> Tensor { children.reduce(x) { $1.layer($0) } }
}

private final class Optimized: Layer {
  let optimizer: Linear
  let module: Linear
  init(using random: inout Random) {
    optimizer = Linear(2, 3, using: &random)
    module = Linear(3, 2, using: &random)
  }
  func forward(_ x: Tensor) -> Tensor { module(optimizer(x)) }
}

/// Whatever the layers of a net are called, it is the same after it was written and read.
@Suite struct AnyNamesTests {
  /// Names that mean something in files, or are hard to write.
  private static let names = [
    "optimizer", "optimizer_", "optimizer__", "optimizer.0", "module", "_orig_mod", "model", "net",
    "backbone", "head", "__metadata__", "progress", "0", "1", "velocity", "weight", "running_mean",
    "num_batches_tracked", "a b", "\"", "\\", "\n", "\u{0}", "\u{1B}[31m", "é", "\u{301}", "🙂", "",
    String(repeating: "x", count: 300),
  ]

  private func random(_ random: inout Random, depth: Int) -> any Layer {
    if depth == 0 {
      return Bool.random(using: &random) ? Linear(2, 2, using: &random) : BatchNorm2D(2)
    }
    let names = Self.names.shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random))
    return Named(names.map { ($0, self.random(&random, depth: depth - 1)) })
  }

  private func numbers(_ net: any Layer) -> [String: [Float]] {
    let pairs = net.state.map { name, value -> (String, [Float]) in
      switch value {
      case .tensor(let tensor): (name, tensor.scalars)
      case .count(let count): (name, [Float(count)])
      }
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  /// An optimizer that remembers something of every parameter.
  private func adam(_ net: any Layer, moved: Bool) throws -> Adam {
    let adam = Adam(net.parameters, learningRate: 0.1)
    guard moved else { return adam }
    var state = OptimizerState()
    for (i, parameter) in net.parameters.enumerated() {
      state.tensors["\(i).mean"] = parameter.value
      state.tensors["\(i).squaredMean"] = parameter.value
      state.integers["\(i).step"] = i + 1
    }
    try adam.restore(state)
    return adam
  }

  @Test(arguments: 1...100) func aNetOfAnyNamesIsTheSameAgain(seed: UInt64) throws {
    var (one, two) = (Random(seed: seed), Random(seed: seed))
    let depth = Int(seed % 3) + 1
    let net = random(&one, depth: depth)
    let other = random(&two, depth: depth)
    for parameter in other.parameters { parameter.value = .zeros(parameter.value.shape) }
    // A point in a name may make two names one.
    guard Set(net.state.map(\.name)).count == net.state.count else { return }
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "net.safetensors")
      let (moved, fresh) = (try adam(net, moved: true), try adam(other, moved: false))
      try Checkpoint.write(net, moved, TrainingProgress(), to: file)
      #expect(try Checkpoint(file).load(into: other, fresh) == [])
      #expect(numbers(other) == numbers(net))
      #expect(fresh.state.integers == moved.state.integers)
      #expect(fresh.state.tensors.mapValues(\.scalars) == moved.state.tensors.mapValues(\.scalars))
      let names = Set(try SafetensorsFile(file).entries.map(\.name))
      #expect(names.isSuperset(of: net.state.map(\.name)))

      for parameter in other.parameters { parameter.value = .zeros(parameter.value.shape) }
      try Checkpoint.write(net, to: file)
      #expect(try Checkpoint(file).load(into: other) == [])
      #expect(numbers(other) == numbers(net))
    }
  }

  @Test func aLayerMayBeCalledOptimizer() throws {
    var random = Random(seed: 1)
    let (net, other) = (Optimized(using: &random), Optimized(using: &random))
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "net.safetensors")
      try Checkpoint.write(net, try adam(net, moved: true), TrainingProgress(), to: file)
      let fresh = try adam(other, moved: false)
      try Checkpoint(file).load(into: other, fresh)
      #expect(numbers(other) == numbers(net) && fresh.state.integers["3.step"] == 4)
      let names = try SafetensorsFile(file).entries.map(\.name)
      #expect(names.contains("optimizer.weight") && names.contains("optimizer_.0.mean"))
    }
  }

  @Test func aCheckpointWithoutTheKeyHasTheUsualPrefix() throws {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "net.safetensors")
      let net = NormedNet(seed: 1)
      try Checkpoint.write(net, try adam(net, moved: true), TrainingProgress(), to: file)
      let checkpoint = try Checkpoint(file)
      #expect(checkpoint.metadata[Checkpoint.prefixKey] == nil)
      #expect(checkpoint.optimizerPrefix == "optimizer.")
    }
  }
}
