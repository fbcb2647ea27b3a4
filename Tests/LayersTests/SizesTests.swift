import Autograd
import Layers
import TestSupport
import Testing

private typealias Maker = @Sendable (inout Random) -> any Layer

/// A layer that cannot be says so itself, with the name of the argument.
@Suite struct SizesTests {
  private static let wrong: [(sentence: String, make: Maker)] = [
    (
      "Conv2D: inChannels is 0, but must be at least 1", { Conv2D(0, 4, kernelSize: 3, using: &$0) }
    ),
    (
      "Conv2D: outChannels is -4, but must be at least 1",
      { Conv2D(3, -4, kernelSize: 3, using: &$0) }
    ),
    (
      "Conv2D: kernelSize is 0, but must be at least 1", { Conv2D(3, 4, kernelSize: 0, using: &$0) }
    ),
    (
      "Conv2D: stride is 0, but must be at least 1",
      { Conv2D(3, 4, kernelSize: 3, stride: 0, using: &$0) }
    ),
    (
      "Conv2D: padding is -1, but must be at least 0",
      { Conv2D(3, 4, kernelSize: 3, padding: -1, using: &$0) }
    ),
    ("Linear: inFeatures is 0, but must be at least 1", { Linear(0, 4, using: &$0) }),
    ("Linear: outFeatures is 0, but must be at least 1", { Linear(4, 0, using: &$0) }),
    ("BatchNorm2D: channels is 0, but must be at least 1", { _ in BatchNorm2D(0) }),
    ("MaxPool2D: kernelSize is 0, but must be at least 1", { _ in MaxPool2D(kernelSize: 0) }),
    (
      "MaxPool2D: padding is -1, but must be at least 0",
      { _ in MaxPool2D(kernelSize: 2, padding: -1) }
    ),
    (
      "AveragePool2D: stride is 0, but must be at least 1",
      { _ in AveragePool2D(kernelSize: 2, stride: 0) }
    ),
  ]

  @Test(arguments: wrong.indices)
  func aSizeThatCannotBeIsNamed(index: Int) async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      [index] in
      var random = Random(seed: 1)
      _ = Self.wrong[index].make(&random)
    }
    #expect(result?.lastWords == Self.wrong[index].sentence)
  }
}
