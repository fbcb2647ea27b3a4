import Autograd
import Layers
import TestSupport
import Testing

private final class Child: Layer {
  let linear: Linear
  weak var parent: (any Layer)?
  init() {
    var random = Random(seed: 1)
    linear = Linear(2, 2, bias: false, using: &random)
  }
  func forward(_ x: Tensor) -> Tensor { linear(x) }
}

private final class Parent: Layer {
  let children0 = [Child(), Child()]
  var last: Child?
  init() { for child in children0 { child.parent = self } }
  func forward(_ x: Tensor) -> Tensor {
    (children0 + [last].compactMap(\.self)).reduce(x) { $1($0) }
  }
}

/// Layers that refer to the layer they are part of, and layers that several properties hold.
@Suite struct ParentsTests {
  @Test func aLayerThatKnowsItsParentDoesNotListIt() {
    let net = Parent()
    #expect(
      net.namedParameters.map(\.name) == ["children0.0.linear.weight", "children0.1.linear.weight"])
    #expect(net.children0[0].namedParameters.map(\.name) == ["linear.weight"])
    #expect(net.state.count == 2)
    #expect(
      net.description == """
        Parent(
          children0.0: Child(
            linear: Linear(2, 2, bias: false)
          )
          children0.1: Child(
            linear: Linear(2, 2, bias: false)
          )
        )
        """)
    _ = net(Tensor.ramp([1, 2]).on(Tape()))
  }

  @Test func parentAndChildMayBothBeOptional() {
    let net = Parent()
    net.last = Child()
    net.last?.parent = net
    #expect(net.parameters.count == 3)
    _ = net(Tensor.ramp([1, 2]).on(Tape()))
  }

  @Test func aLayerHeldTwiceIsPrintedAndListedOnce() {
    let net = Parent()
    net.last = net.children0[1]
    #expect(net.parameters.count == 2)
    #expect(net.description.contains("  last: the same as children0.1\n"))
    #expect(net.state.map(\.name).last == "last.linear.weight")  // as in PyTorch's state_dict
  }
}
