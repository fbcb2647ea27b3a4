import Autograd
import TestSupport
import Testing

/// One way to set up a convolution, and the shape of its result.
struct Convolution: CustomTestStringConvertible {
  var x = [2, 3, 6, 6]
  var weight = [4, 3, 3, 3]
  var stride = 1
  var padding = 0
  var y: [Int]
  var testDescription: String { "\(x) by \(weight), stride \(stride), padding \(padding)" }
}

private let convolutions = [
  Convolution(y: [2, 4, 4, 4]),
  Convolution(padding: 1, y: [2, 4, 6, 6]),
  Convolution(stride: 2, padding: 1, y: [2, 4, 3, 3]),
  Convolution(weight: [4, 3, 1, 1], stride: 2, y: [2, 4, 3, 3]),
  Convolution(x: [1, 1, 7, 5], weight: [2, 1, 5, 5], stride: 2, padding: 2, y: [1, 2, 4, 3]),
  Convolution(x: [1, 2, 5, 5], weight: [1, 2, 2, 2], y: [1, 1, 4, 4]),
  Convolution(x: [2, 1, 7, 7], weight: [3, 1, 2, 2], stride: 4, y: [2, 3, 2, 2]),
  Convolution(x: [1, 1, 1, 1], weight: [1, 1, 1, 1], y: [1, 1, 1, 1]),
]

@Suite struct Conv2DTests {
  @Test func aWindowOfOnesSumsWhatItSees() {
    let x = Tensor([1, 2, 3, 4, 5, 6, 7, 8, 9], shape: [1, 1, 3, 3])
    let bias = Tensor([100], shape: [1])
    #expect(conv2D(x, .ones([1, 1, 2, 2]), bias).scalars == [112, 116, 124, 128])
  }

  @Test(arguments: convolutions) func shape(_ c: Convolution) throws {
    #expect(
      try Shapes.conv2D(c.x, c.weight, [c.y[1]], stride: c.stride, padding: c.padding) == c.y)
    let y = conv2D(.ramp(c.x), .ramp(c.weight), stride: c.stride, padding: c.padding)
    #expect(y.shape == c.y)
    #expect(y.count == y.scalars.count)
  }

  @Test(arguments: convolutions) func gradients(_ c: Convolution) {
    let (x, weight, bias) = (
      Tensor.ramp(c.x), Tensor.ramp(c.weight, seed: 3), Tensor.ramp([c.y[1]], seed: 5)
    )
    expectGradientsMatchNudges(of: [x, weight, bias]) {
      conv2D($0[0], $0[1], $0[2], stride: c.stride, padding: c.padding)
    }
    expectGradientsMatchNudges(of: [x, weight]) {
      conv2D($0[0], $0[1], stride: c.stride, padding: c.padding)
    }
  }

  @Test func gradientsAreComputedOnlyWhereRequired() {
    expectGradientsOnlyWhereRequired(among: [
      .ramp([1, 2, 3, 3]), .ramp([4, 2, 1, 1]), .ramp([4]),
    ]) {
      conv2D($0[0], $0[1], $0[2])
    }
  }

  @Test(
    arguments: [
      ([8, 28, 28], [3, 1, 3, 3], "conv2D: x is [8, 28, 28], but images are [N, C, H, W]"),
      (
        [1, 1, 9, 9], [3, 1, 3, 5],
        "conv2D: weight is [3, 1, 3, 5], but windows are square, [O, C, K, K]"
      ),
      ([1, 1, 9, 9], [0, 1, 3, 3], "conv2D: weight is [0, 1, 3, 3], which holds no numbers"),
      (
        [8, 1, 4, 4], [1, 3, 3, 3],
        "conv2D: x is [8, 1, 4, 4], so it has 1 channel; weight is [1, 3, 3, 3], which expects 3"
      ),
      ([0, 1, 4, 4], [1, 1, 3, 3], "conv2D: x is [0, 1, 4, 4], which holds no numbers"),
      (
        [1, 1, 2, 9], [1, 1, 5, 5],
        "conv2D: the window is 5 × 5; x is [1, 1, 2, 9], which with padding 1 is 4 × 11, too small for it"
      ),
    ])
  func whatDoesNotFitIsNamed(x: [Int], weight: [Int], sentence: String) {
    #expect(throws: SentenceError(sentence)) { try Shapes.conv2D(x, weight, padding: 1) }
  }

  @Test func aBiasThatDoesNotFitIsNamed() {
    #expect(
      throws: SentenceError("conv2D: bias is [3]; weight is [2, 1, 1, 1], which expects [2]")
    ) { try Shapes.conv2D([1, 1, 2, 2], [2, 1, 1, 1], [3]) }
  }

  @Test(arguments: [(0, 0), (-1, 0), (1, -1)]) func aStrideThatStandsStillIsNamed(
    stride: Int, padding: Int
  ) {
    let sentence =
      "conv2D: kernelSize is 1, stride \(stride), padding \(padding); the first two must be at least 1, padding at least 0"
    #expect(throws: SentenceError(sentence)) {
      try Shapes.conv2D([1, 1, 2, 2], [2, 1, 1, 1], stride: stride, padding: padding)
    }
  }

  @Test func itStopsTheProgram() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = conv2D(.zeros([8, 1, 28, 28]), .zeros([3, 3, 3, 3]))
    }
    #expect(
      result?.lastWords
        == "conv2D: x is [8, 1, 28, 28], so it has 1 channel; weight is [3, 3, 3, 3], which expects 3"
    )
  }
}
