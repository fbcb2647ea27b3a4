import Autograd
import TestSupport
import Testing

private let poolings = [
  Pooling(x: [2, 3, 4, 4], kernelSize: 2, y: [2, 3, 2, 2]),
  Pooling(x: [1, 2, 5, 7], kernelSize: 2, y: [1, 2, 2, 3]),
  Pooling(x: [2, 1, 6, 5], kernelSize: 3, stride: 2, padding: 1, y: [2, 1, 3, 3]),
  Pooling(x: [1, 1, 7, 7], kernelSize: 2, stride: 4, y: [1, 1, 2, 2]),
  Pooling(x: [1, 2, 3, 3], kernelSize: 2, stride: 1, padding: 1, y: [1, 2, 4, 4]),
  Pooling(x: [1, 1, 1, 1], kernelSize: 1, y: [1, 1, 1, 1]),
]

@Suite struct AveragePool2DTests {
  @Test func byHand() {
    let x = Tensor([1, 5, 2, 3, 4, 2, 7, 4, 8, 9, -1, -2, 8, 7, -4, -1], shape: [1, 1, 4, 4])
    #expect(averagePool2D(x, kernelSize: 2).scalars == [3, 4, 8, -2])
  }

  @Test func theZerosAroundTheImageCount() {
    let y = averagePool2D(.ones([1, 1, 2, 2]), kernelSize: 2, padding: 1)
    #expect(y.scalars == [0.25, 0.25, 0.25, 0.25])
  }

  @Test(arguments: poolings) func shape(_ p: Pooling) throws {
    let stride = p.stride ?? p.kernelSize
    #expect(
      try Shapes.averagePool2D(
        p.x, kernelSize: p.kernelSize, stride: stride, padding: p.padding) == p.y)
    let y = averagePool2D(
      .ramp(p.x), kernelSize: p.kernelSize, stride: p.stride, padding: p.padding)
    #expect(y.shape == p.y)
    #expect(y.count == y.scalars.count)
  }

  @Test(arguments: poolings) func gradients(_ p: Pooling) {
    expectGradientsMatchNudges(of: [.ramp(p.x)]) {
      averagePool2D($0[0], kernelSize: p.kernelSize, stride: p.stride, padding: p.padding)
    }
  }

  @Test func gradientsAreComputedOnlyWhereRequired() {
    expectGradientsOnlyWhereRequired(among: [.ramp([1, 2, 4, 4])]) {
      averagePool2D($0[0], kernelSize: 2)
    }
  }

  @Test(
    arguments: [
      ([8, 28, 28], 2, 0, "averagePool2D: x is [8, 28, 28], but images are [N, C, H, W]"),
      ([1, 0, 4, 4], 2, 0, "averagePool2D: x is [1, 0, 4, 4], which holds no numbers"),
      (
        [1, 1, 4, 4], 3, 2,
        "averagePool2D: padding is 2 and kernelSize 3; with more than half a window of padding, some windows would see no pixel"
      ),
      (
        [1, 1, 4, 4], 5, 0,
        "averagePool2D: the window is 5 × 5; x is [1, 1, 4, 4], which with padding 0 is 4 × 4, too small for it"
      ),
    ] as [([Int], Int, Int, String)])
  func whatDoesNotFitIsNamed(x: [Int], kernelSize: Int, padding: Int, sentence: String) {
    #expect(throws: SentenceError(sentence)) {
      try Shapes.averagePool2D(x, kernelSize: kernelSize, stride: 1, padding: padding)
    }
  }

  @Test func itStopsTheProgram() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = averagePool2D(.zeros([2, 3]), kernelSize: 2)
    }
    #expect(result?.lastWords == "averagePool2D: x is [2, 3], but images are [N, C, H, W]")
  }
}
