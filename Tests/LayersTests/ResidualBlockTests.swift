import Autograd
import Chapter2Net
import Layers
import TestSupport
import Testing

@Suite struct ResidualBlockTests {
  @Test(arguments: [[1, 4, 1, 1], [2, 4, 5, 7]]) func itKeepsTheShapeItIsGiven(shape: [Int]) {
    var random = Random(seed: 1)
    #expect(ResidualBlock(4, using: &random)(.ramp(shape)).shape == shape)
  }

  @Test func withItsConvolutionsAtZeroItIsRelu() {
    var random = Random(seed: 1)
    let block = ResidualBlock(3, using: &random)
    for parameter in block.parameters { parameter.value = .zeros(parameter.value.shape) }
    let x = Tensor.ramp([2, 3, 4, 4])
    #expect(block(x).scalars == relu(x).scalars)
  }

  /// With all weights at zero the gradient arrives unchanged, along the shortcut.
  @Test func theGradientFlowsAlongTheShortcut() {
    var random = Random(seed: 1)
    let block = ResidualBlock(2, using: &random)
    for parameter in block.parameters { parameter.value = .zeros(parameter.value.shape) }
    let x = Tape().watch(.ones([1, 2, 3, 3]))
    #expect(block(x).sum().backward()[x]?.scalars == [Float](repeating: 1, count: 18))
  }

  @Test func theGradientFlowsAlongBranchAndShortcut() {
    var random = Random(seed: 1)
    let block = ResidualBlock(2, using: &random)
    // Far above zero, so that no nudge crosses the kink of a relu.
    for conv in [block.conv1, block.conv2] { conv.bias!.value = .filled(with: 2, [2]) }
    expectGradientsMatchNudges(of: [.ramp([1, 2, 3, 3])]) { block($0[0]) }
  }

  @Test func itsParametersHavePyTorchsNames() {
    var random = Random(seed: 1)
    #expect(
      ResidualBlock(2, using: &random).namedParameters.map(\.name)
        == ["conv1.weight", "conv1.bias", "conv2.weight", "conv2.bias"])
  }
}
