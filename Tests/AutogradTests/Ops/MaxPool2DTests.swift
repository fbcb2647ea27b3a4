import Autograd
import TestSupport
import Testing

/// One way to set up a pooling, and the shape of its result.
struct Pooling: CustomTestStringConvertible {
  var x: [Int]
  var kernelSize: Int
  var stride: Int?
  var padding = 0
  var y: [Int]
  var testDescription: String {
    "\(x), kernelSize \(kernelSize), stride \(stride ?? kernelSize), padding \(padding)"
  }
}

private let poolings = [
  Pooling(x: [2, 3, 4, 4], kernelSize: 2, y: [2, 3, 2, 2]),
  Pooling(x: [1, 2, 5, 7], kernelSize: 2, y: [1, 2, 2, 3]),
  Pooling(x: [1, 1, 5, 5], kernelSize: 3, stride: 1, y: [1, 1, 3, 3]),
  Pooling(x: [2, 1, 6, 5], kernelSize: 3, stride: 2, padding: 1, y: [2, 1, 3, 3]),
  Pooling(x: [1, 1, 7, 7], kernelSize: 2, stride: 4, y: [1, 1, 2, 2]),
  Pooling(x: [1, 2, 3, 3], kernelSize: 2, stride: 1, padding: 1, y: [1, 2, 4, 4]),
  Pooling(x: [1, 1, 1, 1], kernelSize: 1, y: [1, 1, 1, 1]),
]

@Suite struct MaxPool2DTests {
  @Test func byHand() {
    let x = Tensor([1, 5, 2, 3, 4, 0, 7, 6, 8, 9, -1, -2, 8, 8, -4, -3], shape: [1, 1, 4, 4])
    #expect(maxPool2D(x, kernelSize: 2).scalars == [5, 7, 9, -1])
  }

  @Test(arguments: poolings) func shape(_ p: Pooling) throws {
    let stride = p.stride ?? p.kernelSize
    #expect(
      try Shapes.maxPool2D(p.x, kernelSize: p.kernelSize, stride: stride, padding: p.padding) == p.y
    )
    let y = maxPool2D(.ramp(p.x), kernelSize: p.kernelSize, stride: p.stride, padding: p.padding)
    #expect(y.shape == p.y)
    #expect(y.count == y.scalars.count)
  }

  /// No two numbers are so close that a nudge would decide which of them wins.
  @Test(arguments: poolings) func gradients(_ p: Pooling) {
    expectGradientsMatchNudges(of: [50 * .ramp(p.x)]) {
      maxPool2D($0[0], kernelSize: p.kernelSize, stride: p.stride, padding: p.padding)
    }
  }

  @Test func theFirstOfSeveralEqualsGetsTheWholeGradient() {
    let x = Tape().watch(.ones([1, 1, 2, 2]))
    #expect(maxPool2D(x, kernelSize: 2).sum().backward()[x]?.scalars == [1, 0, 0, 0])
  }

  @Test func gradientsAreComputedOnlyWhereRequired() {
    expectGradientsOnlyWhereRequired(among: [.ramp([1, 2, 4, 4])]) {
      maxPool2D($0[0], kernelSize: 2)
    }
  }

  @Test(
    arguments: [
      ([8, 28, 28], 2, 2, 0, "maxPool2D: x is [8, 28, 28], but images are [N, C, H, W]"),
      ([1, 0, 4, 4], 2, 2, 0, "maxPool2D: x is [1, 0, 4, 4], which holds no numbers"),
      (
        [1, 1, 4, 4], 3, 1, 2,
        "maxPool2D: padding is 2 and kernelSize 3; with more than half a window of padding, some windows would see no pixel"
      ),
      (
        [1, 1, 4, 4], 0, 1, 0,
        "maxPool2D: kernelSize is 0, stride 1, padding 0; the first two must be at least 1, padding at least 0"
      ),
      (
        [1, 1, 4, 4], 5, 5, 0,
        "maxPool2D: the window is 5 × 5; x is [1, 1, 4, 4], which with padding 0 is 4 × 4, too small for it"
      ),
    ] as [([Int], Int, Int, Int, String)])
  func whatDoesNotFitIsNamed(
    x: [Int], kernelSize: Int, stride: Int, padding: Int, sentence: String
  ) {
    #expect(throws: SentenceError(sentence)) {
      try Shapes.maxPool2D(x, kernelSize: kernelSize, stride: stride, padding: padding)
    }
  }

  @Test func itStopsTheProgram() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = maxPool2D(.zeros([2, 3]), kernelSize: 2)
    }
    #expect(result?.lastWords == "maxPool2D: x is [2, 3], but images are [N, C, H, W]")
  }
}
