import Autograd
import Chapter2Net
import Foundation
import Layers
import TestSupport
import Testing

/// A small net with all kinds of state.
private final class Normed: Layer {
  let conv1: Conv2D
  let bn1: BatchNorm2D
  let stages: [[any Layer]]

  init(using random: inout Random) {
    conv1 = Conv2D(1, 2, kernelSize: 3, bias: false, using: &random)
    bn1 = BatchNorm2D(2)
    stages = [[Sequential(BatchNorm2D(2), ReLU())]]
  }

  func forward(_ x: Tensor) -> Tensor { stages[0][0](bn1(conv1(x))) }
}

private final class Twice: Layer {
  let a = Parameter(.zeros([1]))
  let b: Parameter
  init() { b = a }
  func forward(_ x: Tensor) -> Tensor { x }
}

/// Two layers of the same name.
private final class Doubled: Layer {
  let children: [(name: String, layer: any Layer)] = [
    ("a", BatchNorm2D(2)), ("a", BatchNorm2D(2)),
  ]
  func forward(_ x: Tensor) -> Tensor { x }
}

@Suite struct StateTests {
  private func net(seed: UInt64 = 1, batches: Int = 0) -> Normed {
    var random = Random(seed: seed)
    let net = Normed(using: &random)
    for _ in 0..<batches { _ = net(Tensor.uniform([2, 1, 4, 4], using: &random).on(Tape())) }
    return net
  }

  private func scalars(_ net: any Layer) -> [[Float]] {
    net.state.map {
      switch $0.value {
      case .tensor(let tensor): tensor.scalars
      case .count(let count): [Float(count)]
      }
    }
  }

  private func problem(_ body: () throws -> Void) -> String? {
    do { try body() } catch { return "\(error)" }
    return nil
  }

  @Test func namesAndOrderAreThoseOfPyTorch() {
    let of = { (path: String) in
      ["weight", "bias", "running_mean", "running_var", "num_batches_tracked"].map { path + $0 }
    }
    #expect(net().state.map(\.name) == ["conv1.weight"] + of("bn1.") + of("stages.0.0.0."))
    #expect(net().state.map(\.value.shape).prefix(3) == [[2, 1, 3, 3], [2], [2]])
    #expect(net().state[5].value.shape == [])
    var random = Random(seed: 1)
    let plain = Net(using: &random)
    #expect(plain.state.map(\.name) == plain.namedParameters.map(\.name))
  }

  @Test func aStateMakesOneNetTheOther() throws {
    let (learned, other) = (net(seed: 2, batches: 3), net())
    #expect(learned.bn1.batchesTracked == 3 && scalars(other) != scalars(learned))
    try other.load(learned.state.reversed())
    #expect(scalars(other) == scalars(learned) && other.bn1.batchesTracked == 3)
    #expect(other.bn1.runningMean.scalars == learned.bn1.runningMean.scalars)
  }

  @Test func usingANetCountsNoBatch() {
    let net = net(batches: 1)
    _ = net(.zeros([2, 1, 4, 4]))
    _ = net(Tensor.zeros([2, 1, 4, 4]).on(Tape(.evaluation)))
    #expect(net.bn1.batchesTracked == 1)
  }

  @Test func aCountMayBeMissing() throws {
    let (learned, other) = (net(seed: 2, batches: 3), net(batches: 1))
    try other.load(learned.state.filter { !$0.name.hasSuffix("num_batches_tracked") })
    #expect(other.bn1.runningMean.scalars == learned.bn1.runningMean.scalars)
    #expect(other.bn1.batchesTracked == 1)
  }

  @Test func aSharedParameterHasBothNames() throws {
    let net = Twice()
    #expect(net.state.map(\.name) == ["a", "b"])
    try net.load([("b", .tensor(Tensor([2], shape: [1]))), ("a", .tensor(Tensor([2], shape: [1])))])
    #expect(net.a.value.scalars == [2])
  }

  @Test func namesThatANetHasTwiceAreSaid() {
    let net = Doubled()
    #expect(
      problem { try net.load(Array(net.state.prefix(5))) }
        == #"This state is not of this net: the net has twice "a.weight", "a.bias", "#
        + #""a.running_mean" and 2 more"#)
  }

  @Test func whatDoesNotFitIsSaidAndChangesNothing() {
    let (net, state) = (net(), net(seed: 2, batches: 1).state)
    let before = scalars(net)
    let tensor = StateValue.tensor(.zeros([3]))
    let begin = "This state is not of this net: it "
    func expect(_ state: [(name: String, value: StateValue)], _ sentence: String) {
      let found = problem { try net.load(state) }
      #expect(found == sentence)
      #expect(scalars(net) == before)
    }
    expect(Array(state.dropFirst()), begin + #"lacks "conv1.weight""#)
    expect(
      [],
      begin + #"lacks "conv1.weight", "bn1.weight", "bn1.bias" and 6 more"#)
    expect(state + [("x\u{1B}", tensor)], begin + #"has, unexpectedly, "x\u{1B}" [3]"#)
    expect(state + [state[1]], begin + #"has twice "bn1.weight""#)
    expect(
      [state[0], ("bn1.weight", tensor)] + state[2...].dropLast(),
      begin + "has bn1.weight of shape [3] in place of [2]")
    expect(
      state.dropLast() + [("stages.0.0.0.num_batches_tracked", .tensor(Tensor(1)))],
      "stages.0.0.0.num_batches_tracked is a tensor, but must be a count")
    expect(
      state.dropLast() + [("stages.0.0.0.num_batches_tracked", .count(-1))],
      "stages.0.0.0.num_batches_tracked is -1, but must be from 0 to 2⁶²")
  }
}
