import Autograd
import Layers
import TestSupport
import Testing

@Suite struct BatchNorm2DSentencesTests {
  @Test func trainingOnOneNumberPerChannelStopsTheProgram() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = BatchNorm2D(2)(Tensor.zeros([1, 2, 1, 1]).on(Tape()))
    }
    #expect(
      result?.lastWords
        == "batchNorm2D: x is [1, 2, 1, 1], one number per channel, which is its own mean; training needs more images or more pixels"
    )
  }

  @Test func inUseOneNumberPerChannelWillDo() {
    #expect(BatchNorm2D(2, epsilon: 0)(.ramp([1, 2, 1, 1])).scalars == ramp(2))
  }

  @Test func statisticsOfAnotherShapeStopTheProgram() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      BatchNorm2D(2).runningMean = .zeros([3])
    }
    #expect(
      result?.lastWords
        == "BatchNorm2D: the shape of runningMean is [2] and cannot become [3]")
  }

  @Test func noChannelsStopTheProgram() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = BatchNorm2D(0)
    }
    #expect(result?.lastWords == "BatchNorm2D: channels is 0, but must be at least 1")
  }

  @Test func aNegativeEpsilonStopsTheProgram() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = BatchNorm2D(1, epsilon: -1)
    }
    #expect(result?.lastWords == "BatchNorm2D: epsilon is -1.0, but must be at least 0")
  }

  @Test func aMomentumOfMoreThanAllStopsTheProgram() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = BatchNorm2D(1, momentum: 1.5)
    }
    #expect(result?.lastWords == "BatchNorm2D: momentum is 1.5, but must be from 0 to 1")
  }
}
