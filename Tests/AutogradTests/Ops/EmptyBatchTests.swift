import Autograd
import Testing

/// A batch of nothing has no mean, no largest number and no gradient: it is refused.
@Suite struct EmptyBatchTests {
  @Test func everyOperationOnImagesSaysSo() {
    let x = [0, 3, 8, 8]
    expectRefused("conv2D: x is \(x), which holds no numbers") {
      try Shapes.conv2D(x, [4, 3, 3, 3])
    }
    expectRefused("maxPool2D: x is \(x), which holds no numbers") {
      try Shapes.maxPool2D(x, kernelSize: 2, stride: 2)
    }
    expectRefused("averagePool2D: x is \(x), which holds no numbers") {
      try Shapes.averagePool2D(x, kernelSize: 2, stride: 2)
    }
    expectRefused("globalAveragePool2D: x is \(x), which holds no numbers") {
      try Shapes.globalAveragePool2D(x)
    }
    expectRefused("padChannels: x is \(x), which holds no numbers") {
      try Shapes.padChannels(x, to: 5)
    }
    for statistics in [nil, [3]] {
      expectRefused("batchNorm2D: x is \(x), which holds no numbers") {
        try Shapes.batchNorm2D(x, [3], [3], statistics: statistics)
      }
    }
  }

  @Test func everyOperationOnRowsSaysSo() {
    expectRefused("linear: x is [0, 3], which holds no numbers") {
      try Shapes.linear([0, 3], [2, 3], [2])
    }
    expectRefused(
      "crossEntropy: logits are [0, 10], which hold no numbers to take a mean of"
    ) { try Shapes.crossEntropy([0, 10], []) }
  }
}

private func expectRefused(_ sentence: String, _ rule: () throws -> [Int]) {
  let error = #expect(throws: SentenceError.self) { _ = try rule() }
  #expect(error?.description == sentence)
}
