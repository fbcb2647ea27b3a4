import Autograd
import Kernels
import TestSupport
import Testing

@Suite struct BatchNorm2DShapeTests {
  @Test(
    arguments: [
      ([8, 28, 28], [28], [28], nil, "batchNorm2D: x is [8, 28, 28], but images are [N, C, H, W]"),
      ([0, 3, 4, 4], [3], [3], nil, "batchNorm2D: x is [0, 3, 4, 4], which holds no numbers"),
      (
        [2, 1, 4, 4], [3], [1], nil,
        "batchNorm2D: x is [2, 1, 4, 4], so it has 1 channel; weight is [3], but should be [1]"
      ),
      (
        [2, 3, 4, 4], [3], [3, 1], nil,
        "batchNorm2D: x is [2, 3, 4, 4], so it has 3 channels; bias is [3, 1], but should be [3]"
      ),
      (
        [2, 3, 4, 4], [3], [3], [2],
        "batchNorm2D: x is [2, 3, 4, 4], so it has 3 channels; statistics is [2], but should be [3]"
      ),
      (
        [1, 3, 1, 1], [3], [3], nil,
        "batchNorm2D: x is [1, 3, 1, 1], one number per channel, which is its own mean; training needs more images or more pixels"
      ),
    ] as [([Int], [Int], [Int], [Int]?, String)])
  func whatDoesNotFitIsNamed(
    x: [Int], weight: [Int], bias: [Int], statistics: [Int]?, sentence: String
  ) {
    #expect(throws: SentenceError(sentence)) {
      try Shapes.batchNorm2D(x, weight, bias, statistics: statistics)
    }
  }

  @Test func oneNumberPerChannelWillDoInUse() throws {
    #expect(try Shapes.batchNorm2D([1, 3, 1, 1], [3], [3], statistics: [3]) == [1, 3, 1, 1])
  }

  @Test func learningFromOneNumberStopsTheProgram() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = batchNorm2D(.zeros([1, 2, 1, 1]), .ones([2]), .zeros([2]))
    }
    #expect(
      result?.lastWords
        == "batchNorm2D: x is [1, 2, 1, 1], one number per channel, which is its own mean; training needs more images or more pixels"
    )
  }

  @Test func statisticsThatDoNotFitStopTheProgram() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let statistics = ChannelStatistics(mean: [0, 0], variance: [1, 1, 1])
      _ = batchNorm2D(.zeros([1, 2, 1, 1]), .ones([2]), .zeros([2]), statistics: statistics)
    }
    #expect(
      result?.lastWords
        == "batchNorm2D: x is [1, 2, 1, 1], so it has 2 channels; statistics is [3], but should be [2]"
    )
  }
}
