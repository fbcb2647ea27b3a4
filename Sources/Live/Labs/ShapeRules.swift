import Autograd
import Sentences

/// An operation whose shape a reader asks for, answered by the rules that the operations themselves ask.
package enum ShapeQuestion: Int, CaseIterable {
  case conv2D, maxPool2D, globalAveragePool2D, batchNorm2D, add, concatenate, flattenAndLinear

  /// The shape after each step, or the engine's sentence in its place.
  ///
  /// - Parameters:
  ///   - x: what the operation is given, `[N, C, H, W]`.
  ///   - other: its weight or its second tensor, of the axes that this operation wants.
  ///   - kernelSize: of a pooling; a convolution's is in its weight.
  package func steps(
    _ x: [Int], _ other: [Int], kernelSize: Int, stride: Int, padding: Int
  ) -> ShapeSteps {
    var steps = ShapeSteps()
    steps.follow { steps throws(SentenceError) in
      var x = x
      if self == .flattenAndLinear {
        x = try Shapes.flatten(x)
        steps.add("flatten", x)
      }
      steps.add("y", try shape(x, other, kernelSize, stride, padding))
    }
    return steps
  }

  private func shape(
    _ x: [Int], _ other: [Int], _ kernelSize: Int, _ stride: Int, _ padding: Int
  ) throws(SentenceError) -> [Int] {
    switch self {
    case .conv2D: try Shapes.conv2D(x, other, stride: stride, padding: padding)
    case .maxPool2D:
      try Shapes.maxPool2D(x, kernelSize: kernelSize, stride: stride, padding: padding)
    case .globalAveragePool2D: try Shapes.globalAveragePool2D(x)
    case .batchNorm2D: try Shapes.batchNorm2D(x, other, other)
    case .add: try Shapes.add(x, other)
    case .concatenate: try Shapes.concatenate([x, other], axis: 1)
    case .flattenAndLinear: try Shapes.linear(x, other, nil)
    }
  }
}

/// What stands on the shortcut of a block.
package enum ShortcutChoice: Int, CaseIterable {
  /// Nothing.
  case identity
  /// Shortcut A of He et al. 2015: one pixel of every `stride`, and channels of zeros.
  case zeroPadding
  /// A 1 × 1 convolution whose stride stays 1.
  case convolution
  /// A 1 × 1 convolution with the block's stride.
  case stridedConvolution

  /// The shapes of branch, shortcut and sum of a block with two 3 × 3 convolutions, or the engine's sentence.
  package func steps(_ x: [Int], outChannels: Int, stride: Int) -> ShapeSteps {
    var steps = ShapeSteps()
    steps.follow { steps throws(SentenceError) in
      let first = try Shapes.conv2D(x, [outChannels, x[1], 3, 3], stride: stride, padding: 1)
      let branch = try Shapes.conv2D(first, [outChannels, outChannels, 3, 3], padding: 1)
      steps.add("branch", branch)
      let shortcut = try self.shape(x, outChannels: outChannels, stride: stride)
      steps.add("shortcut", shortcut)
      steps.add("y", try Shapes.add(branch, shortcut))
    }
    return steps
  }

  private func shape(
    _ x: [Int], outChannels: Int, stride: Int
  ) throws(SentenceError) -> [Int] {
    switch self {
    case .identity: x
    case .zeroPadding:
      try Shapes.padChannels(
        Shapes.maxPool2D(x, kernelSize: 1, stride: stride), to: outChannels)
    case .convolution: try Shapes.conv2D(x, [outChannels, x[1], 1, 1])
    case .stridedConvolution: try Shapes.conv2D(x, [outChannels, x[1], 1, 1], stride: stride)
    }
  }
}

/// Shapes by name, one a line, and at their end perhaps the sentence on why there is no next one.
package struct ShapeSteps {
  /// Each a name, a tab and a shape; a sentence follows an empty name.
  package private(set) var lines: [String] = []

  mutating func add(_ name: String, _ shape: [Int]) { lines.append("\(name)\t\(shape)") }

  mutating func follow(_ steps: (inout ShapeSteps) throws(SentenceError) -> Void) {
    do throws(SentenceError) { try steps(&self) } catch { lines.append("\t" + error.description) }
  }
}
