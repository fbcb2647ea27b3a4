import Autograd
import Chapter3Blocks
import Layers
import Sentences
import Testing

@testable import Live

@Suite struct ShapeRulesTests {
  @Test func aConvolutionHasTheShapeOrTheSentenceOfTheEngine() throws {
    for (channels, kernel, stride, padding) in [
      (16, 3, 1, 1), (16, 7, 2, 3), (8, 3, 1, 0), (16, 31, 1, 0), (16, 3, 0, 0),
    ] {
      let (x, weight) = ([8, 16, 28, 27], [32, channels, kernel, kernel])
      let steps = ShapeQuestion.conv2D.steps(
        x, weight, kernelSize: kernel, stride: stride, padding: padding)
      #expect(
        steps.lines == [
          line { () throws(SentenceError) in
            try Shapes.conv2D(x, weight, stride: stride, padding: padding)
          }
        ])
    }
  }

  @Test func everyOperationHasAShapeThatItAlsoComputes() throws {
    var random = Random(seed: 1)
    let x = Tensor.uniform([2, 3, 7, 6], using: &random)
    let other = Tensor.uniform([2, 3, 7, 6], using: &random)
    let weight = Tensor.uniform([4, 3, 3, 3], using: &random)
    let rows = Tensor.uniform([10, 126], using: &random)
    let three = Tensor.ones([3])
    let computed: [(ShapeQuestion, [Int], Tensor)] = [
      (.conv2D, weight.shape, conv2D(x, weight, stride: 2, padding: 1)),
      (.maxPool2D, [], maxPool2D(x, kernelSize: 3, stride: 2, padding: 1)),
      (.globalAveragePool2D, [], globalAveragePool2D(x)),
      (.batchNorm2D, [3], batchNorm2D(x, three, three).0),
      (.add, other.shape, x + other),
      (.concatenate, other.shape, concatenate([x, other])),
      (.flattenAndLinear, rows.shape, linear(x.flattened(), rows, .ones([10]))),
    ]
    #expect(computed.map { $0.0 } == ShapeQuestion.allCases)
    for (question, other, y) in computed {
      let steps = question.steps(x.shape, other, kernelSize: 3, stride: 2, padding: 1)
      #expect(steps.lines.last == "y\t\(y.shape)")
    }
  }

  @Test func anOperationThatDoesNotFitEndsInItsSentence() {
    let wrong: [(ShapeQuestion, [Int], starts: String)] = [
      (.conv2D, [4, 5, 3, 3], "\tconv2D: x is [2, 3, 7, 6]"),
      (.batchNorm2D, [4], "\tbatchNorm2D: x is [2, 3, 7, 6]"),
      (.add, [2, 4, 7, 6], "\tadd: a is [2, 3, 7, 6] and b is [2, 4, 7, 6]"),
      (.concatenate, [2, 4, 7, 7], "\tconcatenate: tensor 0 is [2, 3, 7, 6]"),
      (.flattenAndLinear, [10, 125], "\tlinear: x is [2, 126]"),
    ]
    for (question, other, starts) in wrong {
      let lines = question.steps([2, 3, 7, 6], other, kernelSize: 3, stride: 2, padding: 1).lines
      #expect(lines.last?.hasPrefix(starts) == true, "\(lines)")
    }
    let pooled = ShapeQuestion.maxPool2D.steps(
      [2, 3, 7, 6], [], kernelSize: 3, stride: 2, padding: 2)
    #expect(pooled.lines.last?.hasPrefix("\tmaxPool2D: padding is 2 and kernelSize 3") == true)
  }

  /// The chapter's two blocks, for every choice that fits and those that do not.
  @Test func aShortcutFitsIfTheChaptersBlockWithItDoes() throws {
    var random = Random(seed: 1)
    for (given, wanted, stride, height) in [
      (3, 3, 1, 6), (3, 6, 2, 6), (3, 6, 1, 5), (3, 3, 2, 7), (4, 2, 2, 8),
    ] {
      let x = [4, given, height, height]
      func sum(_ choice: ShortcutChoice) -> String? {
        choice.steps(x, outChannels: wanted, stride: stride).lines.last
      }
      let block = Residual(given, wanted, stride: stride, using: &random)
      let fits = "y\t\(try block.outputShape(of: x))"
      #expect(sum(.stridedConvolution) == fits)
      let keepsShape = given == wanted && stride == 1
      #expect((sum(.identity) == fits) == keepsShape)
      #expect((sum(.convolution) == fits) == (stride == 1))
      #expect((sum(.zeroPadding) == fits) == (wanted >= given))
      if wanted >= given {
        let padded = BasicBlock(
          given, wanted, stride: stride, shortcut: .zeroPadding, using: &random)
        #expect("y\t\(padded(.zeros(x)).shape)" == fits)
      }
    }
  }

  @Test func theSumThatDoesNotFitHasTheSentenceOfTheChapter() throws {
    var refusal = ""
    do { _ = try Shapes.add([4, 6, 3, 3], [4, 3, 6, 6]) } catch { refusal = error.description }
    let steps = ShortcutChoice.identity.steps([4, 3, 6, 6], outChannels: 6, stride: 2)
    #expect(steps.lines == ["branch\t[4, 6, 3, 3]", "shortcut\t[4, 3, 6, 6]", "\t" + refusal])
  }

  private func line(_ shape: () throws(SentenceError) -> [Int]) -> String {
    do throws(SentenceError) { return "y\t\(try shape())" } catch {
      return "\t" + error.description
    }
  }
}
