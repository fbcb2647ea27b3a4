import Autograd
import Layers
import Testing

@Suite struct SurveyTests {
  /// 4 × 4 pixels of 3 channels from 9 · 2 products each, and 5 numbers of 48 products each.
  @Test func productsAndLayersOfATinyNet() {
    var random = Random(seed: 1)
    let net = Sequential(
      Conv2D(2, 3, kernelSize: 3, padding: 1, using: &random), BatchNorm2D(3),
      Flatten(), Linear(48, 5, using: &random))
    let survey = Survey(of: net, input: [1, 2, 4, 4])
    #expect(survey.multiplyAdds == 16 * 3 * 18 + 5 * 48)
    #expect(survey.depth == 2)
  }

  private final class Fork: Layer {
    let long, short: Sequential
    init(using random: inout Random) {
      long = Sequential((0..<3).map { _ in Linear(2, 2, using: &random) })
      short = Sequential(Linear(2, 2, using: &random))
    }
    func forward(_ x: Tensor) -> Tensor { long(x) + short(x) }
  }

  @Test func ofTwoPathsTheLongerOneIsTheDepth() {
    var random = Random(seed: 1)
    let survey = Survey(of: Fork(using: &random), input: [1, 2])
    #expect(survey.depth == 3)
    #expect(survey.multiplyAdds == 4 * 4)
  }
}
