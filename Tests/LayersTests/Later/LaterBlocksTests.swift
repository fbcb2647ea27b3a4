import Autograd
import Layers
import TestSupport
import Testing

@Suite struct LaterBlocksTests {
  /// Values and gradients are float64's to 10⁻⁵ of the largest.
  @Test(arguments: try FixtureCase.load("later")) func theyAgreeWithPyTorch(fixture: FixtureCase) {
    var random = Random(seed: 1)
    let block: any Layer =
      switch fixture.operation {
      case "ResNeXt": ResNeXt(using: &random)
      case "SqueezeExcitation": SqueezeExcitation(using: &random)
      case "Dense": Dense(using: &random)
      case "UNet": UNet(using: &random)
      case "Transformer": Transformer(using: &random)
      default: fatalError("no block is called \(fixture.operation)")
      }
    let known = fixture.names.filter { fixture["d" + $0] != nil && $0 != "x" && $0 != "y" }
    #expect(Set(known) == Set(block.namedParameters.map(\.name)))
    for (name, parameter) in block.namedParameters { parameter.value = fixture[name]! }

    let x = Tape().watch(fixture["x"]!)
    let y = block(x)
    expectClose(y, fixture["y"]!, tolerance: 1e-5, "y of \(fixture.operation),")
    let gradients = (y * fixture["dy"]!).sum().backward()
    expectClose(gradients[x]!, fixture["dx"]!, tolerance: 1e-5, "dx of \(fixture.operation),")
    for (name, parameter) in block.namedParameters {
      // Added to all keys alike, a bias changes no softmax: its gradient is zero, but for rounding.
      if name == "key.bias" {
        #expect(gradients[parameter]!.scalars.allSatisfy { abs($0) < 1e-6 })
        continue
      }
      expectClose(
        gradients[parameter]!, fixture["d" + name]!, tolerance: 1e-5,
        "d\(name) of \(fixture.operation),")
    }
  }
}
