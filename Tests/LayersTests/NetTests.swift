import Autograd
import Chapter2Net
import Layers
import TestSupport
import Testing

@Suite struct NetTests {
  private let net: Net = {
    var random = Random(seed: 1)
    return Net(using: &random)
  }()

  @Test(arguments: [1, 5]) func oneScorePerDigitForEachImage(images: Int) {
    #expect(net(.ramp([images, 1, 28, 28])).shape == [images, 10])
  }

  @Test func itLearnsAsManyNumbersAsTheOriginal() {
    #expect(net.parameterCount == 41_514)
  }

  @Test func itsParametersHavePyTorchsNames() {
    #expect(
      net.namedParameters.map(\.name) == [
        "conv1.weight", "conv1.bias", "conv2.weight", "conv2.bias",
        "rblock1.conv1.weight", "rblock1.conv1.bias", "rblock1.conv2.weight", "rblock1.conv2.bias",
        "rblock2.conv1.weight", "rblock2.conv1.bias", "rblock2.conv2.weight", "rblock2.conv2.bias",
        "fc.weight", "fc.bias",
      ])
  }

  @Test func everyParameterGetsAGradient() {
    let loss = crossEntropy(net(Tensor.ramp([2, 1, 28, 28]).on(Tape())), [3, 7])
    let gradients = loss.backward()
    for (name, parameter) in net.namedParameters {
      #expect(gradients[parameter]?.shape == parameter.value.shape, "\(name)")
      #expect(gradients[parameter]?.scalars.contains { $0 != 0 } == true, "\(name)")
    }
  }

  @Test func printedItShowsHowItIsBuilt() {
    #expect(
      "\(net)" == """
        Net(
          conv1: Conv2D(1, 16, kernelSize: 5, stride: 1)
          conv2: Conv2D(16, 32, kernelSize: 5, stride: 1)
          mp: MaxPool2D(kernelSize: 2, stride: 2)
          rblock1: ResidualBlock(
            conv1: Conv2D(16, 16, kernelSize: 3, stride: 1, padding: 1)
            conv2: Conv2D(16, 16, kernelSize: 3, stride: 1, padding: 1)
          )
          rblock2: ResidualBlock(
            conv1: Conv2D(32, 32, kernelSize: 3, stride: 1, padding: 1)
            conv2: Conv2D(32, 32, kernelSize: 3, stride: 1, padding: 1)
          )
          fc: Linear(512, 10)
        )
        """)
  }

  @Test func imagesOfAnotherSizeAreToldWhereTheyDoNotFit() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = Random(seed: 1)
      _ = Net(using: &random)(.zeros([2, 1, 32, 32]))
    }
    #expect(
      result?.lastWords
        == "linear: x is [2, 800], so it has 800 features; weight is [10, 512], which expects 512")
  }
}
