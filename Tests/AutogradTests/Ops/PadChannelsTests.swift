import Autograd
import TestSupport
import Testing

@Suite struct PadChannelsTests {
  @Test func byHand() {
    let y = padChannels(Tensor([1, 2, 3, 4], shape: [2, 1, 1, 2]), to: 3)
    #expect(y.scalars == [1, 2, 0, 0, 0, 0, 3, 4, 0, 0, 0, 0])
  }

  @Test(arguments: [([1, 1, 1, 1], 1), ([2, 3, 4, 5], 6), ([1, 17, 2, 2], 33)])
  func shape(x: [Int], count: Int) throws {
    let wanted = [x[0], count, x[2], x[3]]
    #expect(try Shapes.padChannels(x, to: count) == wanted)
    let y = padChannels(.ramp(x), to: count)
    #expect(y.shape == wanted)
    #expect(y.scalars.count == y.count)
  }

  @Test(arguments: [([1, 1, 1, 1], 1), ([2, 3, 2, 3], 6), ([1, 17, 2, 2], 33)])
  func gradients(x: [Int], count: Int) {
    expectGradientsMatchNudges(of: [.ramp(x)]) { padChannels($0[0], to: count) }
  }

  @Test func gradientsAreComputedOnlyWhereRequired() {
    expectGradientsOnlyWhereRequired(among: [.ramp([1, 2, 4, 4])]) { padChannels($0[0], to: 3) }
  }

  @Test(
    arguments: [
      ([8, 28], 30, "padChannels: x is [8, 28], but images are [N, C, H, W]"),
      ([2, 0, 4, 4], 3, "padChannels: x is [2, 0, 4, 4], which holds no numbers"),
      (
        [2, 3, 4, 4], 2,
        "padChannels: x is [2, 3, 4, 4], so it has 3 channels; to 2 would take some away"
      ),
    ])
  func whatDoesNotFitIsNamed(x: [Int], count: Int, sentence: String) {
    #expect(throws: SentenceError(sentence)) { try Shapes.padChannels(x, to: count) }
  }

  @Test func itStopsTheProgram() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = padChannels(.zeros([1, 2, 1, 1]), to: 1)
    }
    #expect(
      result?.lastWords
        == "padChannels: x is [1, 2, 1, 1], so it has 2 channels; to 1 would take some away")
  }
}
