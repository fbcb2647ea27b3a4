import Autograd
import Chapter4Net
import Layers
import Testing

/// VGG-19 and the plain net of 34 layers.
@Suite struct AncestorsTests {
  /// `sum(p.numel() for p in torchvision.models.vgg19().parameters())` is 143,667,240.
  @Test func vgg19IsThatOfTorchvision() {
    var random = Random(seed: 1)
    let net = VGG19(using: &random)
    let names = net.namedParameters.map(\.name)
    #expect(net.parameterCount == 143_667_240)
    #expect(
      names.prefix(4) == [
        "features.0.weight", "features.0.bias", "features.2.weight", "features.2.bias",
      ])
    #expect(names.contains("features.34.weight") && names.count == 38)
    let survey = Survey(of: net, input: [1, 3, 224, 224])
    #expect(survey.depth == 19 && survey.multiplyAdds == 19_632_062_464)
    #expect(net(.zeros([1, 3, 224, 224])).shape == [1, 1000])
  }

  /// ResNet-34 has 21,797,672; its three projections and their norms have 173,824 of them.
  @Test func thePlainNetIsResNet34WithoutProjections() {
    var random = Random(seed: 1)
    let net = PlainNet(classes: 7, using: &random)
    let residual = TorchvisionResNet(.layers34, classes: 7, using: &random)
    #expect(residual.parameterCount - net.parameterCount == 173_824)
    #expect(net(.ones([2, 3, 33, 32])).shape == [2, 7])
    let survey = Survey(of: net, input: [1, 3, 64, 64])
    #expect(survey.depth == 34 && Survey(of: residual, input: [1, 3, 64, 64]).depth == 34)
  }
}
