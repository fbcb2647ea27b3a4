import Autograd
import Foundation
import Testing

@testable import Live

@Suite struct RecordedExpressionTests {
  private func recorded(
    _ kind: RecordedExpression.Kind, _ numbers: [Float], isWatched: Bool = true
  ) -> RecordedExpression {
    RecordedExpression(kind, numbers, isWatched: isWatched)
  }

  /// The gradient of each line that stands for a given tensor, in their order.
  private func gradients(_ recorded: RecordedExpression) -> [[Float]?] {
    recorded.lines.indices.filter { recorded.lines[$0].inputs.isEmpty }.map { line in
      recorded.contributions.last { $0.to == line }?.total.scalars
    }
  }

  @Test func xTimesXPlusXGetsThreeContributions() {
    let square = recorded(.square, [3])
    #expect(square.lines.map(\.operation) == [.input, .multiply, .add])
    #expect(square.lines.map { $0.value!.scalar } == [3, 9, 12])
    #expect(square.contributions.map(\.to) == [1, 0, 0, 0])
    #expect(square.contributions.map { $0.gradient.scalar } == [1, 1, 3, 3])
    #expect(gradients(square) == [[7]])
  }

  @Test func theTensorsStandOnTheTapeInTheOrderInWhichTheyAreGiven() {
    let numbers: [Float] = [0.3, -0.7, 1.1, 0.2, -0.4, 0.9]
    for kind in RecordedExpression.Kind.allCases {
      let recorded = recorded(kind, numbers)
      let given = recorded.lines.filter { $0.inputs.isEmpty }.flatMap { $0.value!.scalars }
      #expect(given == Array(numbers.prefix(kind.inputs * kind.length)))
    }
  }

  /// The formulas as a page writes them, in `Double`.
  private func value(_ kind: RecordedExpression.Kind, _ n: [Double]) -> Double {
    switch kind {
    case .neuron: max(0, n[1] * n[0] + n[2])
    case .square: n[0] * n[0] + n[0]
    case .residual: n[0] + n[1] * Foundation.tanh(n[2] * n[0])
    case .row: (0..<3).reduce(0) { $0 + max(0, n[$1 + 3] * n[$1]) }
    }
  }

  @Test(arguments: RecordedExpression.Kind.allCases)
  func gradientsMatchNudges(kind: RecordedExpression.Kind) {
    let numbers: [Float] = [0.8, 1.5, 0.6, 1.2, -0.9, 2]
    let count = kind.inputs * kind.length
    let found = gradients(recorded(kind, numbers)).flatMap { $0! }
    #expect(found.count == count)
    for i in 0..<count {
      func nudged(_ by: Double) -> Double {
        var nudged = numbers.map(Double.init)
        nudged[i] += by
        return value(kind, nudged)
      }
      let slope = (nudged(1e-4) - nudged(-1e-4)) / 2e-4
      #expect(abs(Double(found[i]) - slope) < 1e-5, "\(kind) \(i)")
    }
    let result = recorded(kind, numbers).lines.last!.value!.scalar
    #expect(abs(Double(result) - value(kind, numbers.map(Double.init))) < 1e-6)
  }

  @Test func anInputThatIsNotWatchedGetsNoGradient() {
    for kind in RecordedExpression.Kind.allCases {
      let recorded = recorded(kind, [1, 2, 3, 1, 2, 3], isWatched: false)
      #expect(gradients(recorded)[0] == nil)
      #expect(gradients(recorded).dropFirst().allSatisfy { $0 != nil })
    }
    #expect(recorded(.square, [3], isWatched: false).contributions.isEmpty)
  }
}
