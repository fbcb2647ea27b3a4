import Autograd
import Chapter4Net
import Layers
import Testing

@testable import Live

@Suite struct DepthCountsTests {
  /// Published by torchvision, and in the chapter.
  @Test func theCountsOfAllDepthsAreTorchvisions() {
    let published: [Int: Int64] = [
      18: 11_689_512, 34: 21_797_672, 50: 25_557_032, 101: 44_549_160, 152: 60_192_808,
    ]
    for depth in Depth.allCases {
      let counts = DepthCounts(
        depth, isNotebooks: false, side: 32, inChannels: 3, classes: 1000)
      #expect(counts.parts(width: 64).reduce(0) { $0 + $1.parameters } == published[depth.rawValue])
      #expect(counts.depth == depth.rawValue)
    }
  }

  @Test func theCountsAreThoseOfANetThatIsMade() {
    for (depth, isNotebooks, width, side, inChannels, classes) in [
      (Depth.layers18, true, 64, 96, 1, 10), (.layers34, false, 24, 45, 3, 7),
      (.layers50, true, 16, 64, 2, 3), (.layers50, false, 20, 33, 3, 100),
    ] {
      var random = Random(seed: 5)
      let net: any Layer =
        isNotebooks
        ? ResNet(depth, inChannels: inChannels, classes: classes, width: width, using: &random)
        : TorchvisionResNet(
          depth, inChannels: inChannels, classes: classes, width: width, using: &random)
      let counts = DepthCounts(
        depth, isNotebooks: isNotebooks, side: side, inChannels: inChannels,
        classes: classes)
      let survey = Survey(of: net, input: [1, inChannels, side, side])
      #expect(counts.parts(width: width).reduce(0) { $0 + $1.multiplyAdds } == survey.multiplyAdds)
      #expect(
        counts.parts(width: width).map { $0.parameters }
          == net.children.map { Int64($0.layer.parameterCount) })
      #expect(counts.depth == survey.depth)
      #expect(counts.parts(width: width).last?.shape == [1, classes])
    }
  }

  @Test func theShapesOfTheNotebooksNetAreTheChapters() {
    let counts = DepthCounts(
      .layers18, isNotebooks: true, side: 224, inChannels: 1, classes: 10)
    #expect(
      counts.parts(width: 64).map { $0.shape } == [
        [1, 64, 112, 112], [1, 64, 112, 112], [1, 64, 112, 112], [1, 64, 56, 56], [1, 64, 56, 56],
        [1, 128, 28, 28], [1, 256, 14, 14], [1, 512, 7, 7], [1, 512, 1, 1], [1, 10],
      ])
    #expect(counts.parts(width: 64).reduce(0) { $0 + $1.parameters } == 11_178_378)
  }

  @Test func moreThan32BitsOfMultiplyAddsAreCounted() {
    let counts = DepthCounts(
      .layers152, isNotebooks: false, side: 224, inChannels: 3, classes: 1000)
    let billions = Double(counts.parts(width: 64).reduce(0) { $0 + $1.multiplyAdds }) / 1e9
    // He et al. 2015, table 1: 11.3 billion; with the stride in the 3 × 3 convolution somewhat more.
    #expect(billions > 11.3 && billions < 11.6)
  }
}
