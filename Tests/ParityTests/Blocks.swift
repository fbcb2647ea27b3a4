import Autograd
import Layers
import TestSupport
import Testing

func makeBlock(
  _ fixture: FixtureCase, _ block: (Int, Int, Int, inout Random) -> any Layer
) -> any Layer {
  var random = Random(seed: 1)
  return block(
    fixture["x"]!.shape[1], fixture.whole("outChannels"), fixture.whole("stride"), &random)
}

/// - Parameter name: what a parameter of PyTorch's is called here.
func expectSameBlock(_ fixture: FixtureCase, _ block: any Layer, name: (String) -> String) {
  let parameters = Dictionary(
    uniqueKeysWithValues: block.namedParameters.map { ($0.name, $0.parameter) })
  let theirs = fixture.names.filter { $0.contains(".") && !$0.hasPrefix("d") }
  #expect(Set(theirs.map(name)) == Set(parameters.keys))
  for their in theirs { parameters[name(their)]?.value = fixture[their]! }
  let x = Tape().watch(fixture["x"]!)
  let gradients = expectSameResult(fixture, block(x))
  expectSame(gradients[x], "dx", fixture)
  for their in theirs { expectSame(gradients[parameters[name(their)]!], "d\(their)", fixture) }
}

/// What a norm returns and remembers while it learns, batch after batch, and what it does when used.
func expectSameMemory(_ fixture: FixtureCase) {
  let norm = BatchNorm2D(
    fixture["weight"]!.count, epsilon: Float(fixture.settings["epsilon"]!),
    momentum: fixture.settings["momentum"].map { Float($0) })
  norm.weight.value = fixture["weight"]!
  norm.bias.value = fixture["bias"]!
  for i in 0..<fixture.whole("batches") {
    expectSame(norm(fixture["x\(i)"]!.on(Tape())), "y\(i)", fixture)
    expectSame(norm.runningMean, "mean\(i)", fixture)
    expectSame(norm.runningVariance, "variance\(i)", fixture)
  }
  #expect(norm.batchesTracked == fixture.whole("batches"))
  let x = Tape(.evaluation).watch(fixture["x"]!)
  let gradients = expectSameResult(fixture, norm(x))
  expectSame(gradients[x], "dx", fixture)
  expectSame(gradients[norm.weight], "dweight", fixture)
  expectSame(gradients[norm.bias], "dbias", fixture)
}
