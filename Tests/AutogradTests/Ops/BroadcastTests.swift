import Autograd
import Kernels
import OneDNNKernels
import TestSupport
import Testing

/// Two shapes and the one they have in common.
private let pairs: [(a: [Int], b: [Int], both: [Int])] = [
  ([2, 3, 2, 2], [3], [2, 3, 2, 2]), ([3], [2, 3, 2, 2], [2, 3, 2, 2]),
  ([2, 3, 2, 2], [1, 3, 1, 1], [2, 3, 2, 2]), ([2, 3], [3], [2, 3]), ([2, 3], [2, 1], [2, 3]),
  ([2, 1], [1, 3], [2, 3]), ([2, 3, 2, 2], [], [2, 3, 2, 2]), ([], [4], [4]), ([1], [], [1]),
  ([2, 2], [1], [2, 2]), ([1, 1], [2, 3], [2, 3]),
]

@Suite struct BroadcastTests {
  @Test func aVectorGoesAlongTheChannels() {
    let x = Tensor([1, 2, 3, 4, 5, 6, 7, 8], shape: [2, 2, 1, 2])
    let bias = Tensor([10, 20], shape: [2])
    #expect((x + bias).scalars == [11, 12, 23, 24, 15, 16, 27, 28])
    #expect((x - bias.reshaped([1, 2, 1, 1])).scalars == (x - bias).scalars)
    #expect((bias - x).scalars == (-(x - bias)).scalars)
  }

  @Test func oneNumberGoesWithAnything() {
    let x = Tensor([1, 2, 4], shape: [3])
    #expect((x * 2).scalars == [2, 4, 8])
    #expect((x / 2).scalars == [0.5, 1, 2])
    #expect((8 / x).scalars == [8, 4, 2])
    #expect((1 - x).scalars == [0, -1, -3])
    #expect((x - 1).scalars == [0, 1, 3])
    #expect((1 + x + 1).scalars == [3, 4, 6])
    #expect((-x).scalars == [-1, -2, -4])
    #expect((x * Tensor(2)).scalars == [2, 4, 8])
  }

  @Test(arguments: pairs) func shapes(a: [Int], b: [Int], both: [Int]) throws {
    #expect(try Shapes.add(a, b) == both)
    #expect(try Shapes.subtract(b, a) == both)
    let sum = Tensor.ramp(a) + .ramp(b)
    #expect(sum.shape == both && sum.scalars.count == both.reduce(1, *))
  }

  @Test(arguments: pairs) func gradients(a: [Int], b: [Int], both: [Int]) {
    let far = Tensor.ramp(b, seed: 3) + 3
    expectGradientsMatchNudges(of: [.ramp(a), .ramp(b, seed: 3)]) { $0[0] + $0[1] }
    expectGradientsMatchNudges(of: [.ramp(a), .ramp(b, seed: 3)]) { $0[0] - $0[1] }
    expectGradientsMatchNudges(of: [.ramp(a), .ramp(b, seed: 3)]) { $0[0] * $0[1] }
    expectGradientsMatchNudges(of: [.ramp(a), far]) { $0[0] / $0[1] }
  }

  @Test(arguments: [
    ([2, 3, 2, 2], [2]), ([2, 3], [2]), ([2, 3], [3, 2]), ([2, 3, 4], [3, 4]), ([3], [2]),
    ([2, 3, 2, 2], [1, 3]),
  ])
  func whatDoesNotFitGetsASentence(a: [Int], b: [Int]) {
    let end =
      "needs the same shape twice, or one that can be repeated to the other, as [C] or [1, C, 1, 1] to [N, C, H, W]"
    for (operation, result, rule) in [
      ("add", "a sum", Shapes.add), ("subtract", "a difference", Shapes.subtract),
      ("multiply", "a product number by number", Shapes.multiply),
      ("divide", "a quotient", Shapes.divide),
    ] {
      #expect(throws: SentenceError("\(operation): a is \(a) and b is \(b); \(result) \(end)")) {
        try rule(a, b)
      }
    }
  }

  @Test(arguments: [[], [0], [1], [0, 2, 3], [0, 1, 2, 3]]) func sumsAndMeansOverAxes(axes: [Int]) {
    let x = Tensor([1, 2, 3, 4, 5, 6, 7, 8], shape: [2, 2, 1, 2])
    let wanted: [[Int]: (shape: [Int], sum: [Float])] = [
      []: ([2, 2, 1, 2], x.scalars), [0]: ([1, 2, 1, 2], [6, 8, 10, 12]),
      [1]: ([2, 1, 1, 2], [4, 6, 12, 14]), [0, 2, 3]: ([1, 2, 1, 1], [14, 22]),
      [0, 1, 2, 3]: ([1, 1, 1, 1], [36]),
    ]
    let (sum, mean) = (sumOver(axes, x), meanOver(axes, x))
    #expect(sum.shape == wanted[axes]!.shape && sum.scalars == wanted[axes]!.sum)
    #expect(mean.scalars == wanted[axes]!.sum.map { $0 * Float(sum.count) / 8 })
    expectGradientsMatchNudges(of: [x]) { sumOver(axes, $0[0]) * 0.5 }
    expectGradientsMatchNudges(of: [x]) { meanOver(axes, $0[0]) }
  }

  @Test func anAxisThatIsNotThereStopsTheProgram() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros([2, 3]).sum(over: 0, 2)
    }
    #expect(
      result?.lastWords == "sum: over the axes [0, 2] of [2, 3]; they count from 0 to 1, each once")
  }

  @Test func gradientsAreComputedOnlyWhereRequired() {
    expectGradientsOnlyWhereRequired(among: [.ramp([2, 3]), .ramp([2, 3])]) { $0[0] - $0[1] }
    expectGradientsOnlyWhereRequired(among: [.ramp([2, 3]), .ones([2, 3])]) { $0[0] / $0[1] }
    expectGradientsOnlyWhereRequired(among: [.ones([2, 3])]) { squareRoot($0[0]) }
  }

  @Test func theTapeRecordsWhatIsRepeated() {
    let tape = Tape()
    _ = tape.watch(.ramp([2, 3])) + tape.watch(.ramp([3]))
    #expect(tape.lines.map(\.operation) == [.input, .input, .broadcast, .add])
  }

  @Test func bothSetsAgree() {
    let g = AxesGeometry([2, 17, 3, 2], axes: [0, 2, 3])
    let x = OneDNN.relu(.ramp(g.count))
    expectClose(OneDNN.sum(x, over: g), Reference.sum(x, over: g), tolerance: 1e-6)
    expectClose(OneDNN.subtract(x, .ramp(g.count)), Reference.subtract(x, .ramp(g.count)))
  }

  private func sumOver(_ axes: [Int], _ x: Tensor) -> Tensor {
    switch axes {
    case []: x
    case [0]: x.sum(over: 0)
    case [1]: x.sum(over: 1)
    case [0, 2, 3]: x.sum(over: 0, 2, 3)
    default: x.sum(over: 0, 1, 2, 3)
    }
  }

  private func meanOver(_ axes: [Int], _ x: Tensor) -> Tensor {
    switch axes {
    case []: x
    case [0]: x.mean(over: 0)
    case [1]: x.mean(over: 1)
    case [0, 2, 3]: x.mean(over: 0, 2, 3)
    default: x.mean(over: 0, 1, 2, 3)
    }
  }
}
