import Autograd
import Plots

extension Node {
  /// The text in its box, in English.
  var title: String { title(Words(.english)) }

  /// The text in its box, as papers write it: `3×3 conv, 64, /2`.
  ///
  /// An operation that is not listed here, such as one of the user's own, has the title of its kind.
  func title(_ words: Words) -> String {
    if refusal != nil { return operation.title }  // it has no shape, which titles mention
    let side = "\(setting("kernelSize") ?? 1)"
    return switch operation {
    case .input: words(shape.count == 4 ? .image : .input)
    case .conv2D: words(.conv, side, side) + ", \(shape[1])\(stride)\(groups(words))"
    case .maxPool2D: (side == "1" ? words(.everyPixel) : words(.maxPool, side, side)) + stride
    case .averagePool2D: words(.averagePool, side, side) + stride
    case .globalAveragePool2D: words(.globalAveragePool)
    case .batchNorm2D: words(.batchNorm)
    case .layerNorm: words(.layerNorm)
    case .relu: "ReLU"
    case .gelu: "GELU"
    case .linear: words(.fullyConnected) + ", \(shape.last ?? 0)"
    case .reshape: words(shape.count == 2 ? .flatten : .reshape)
    case .concatenate: words(.concatenate)
    case .slice: words(.slice)
    case .transpose: words(.transpose)
    case .padChannels: words(.zerosTo, "\(shape[1])")
    case .add: "+"
    case .subtract: "−"
    case .multiply: "×"
    case .divide: "÷"
    case .crossEntropy: words(.crossEntropy)
    case .matMul: words(.matrixProduct)
    default: operation.title
    }
  }

  /// The text in a small box on a shortcut: `1×1, /2`.
  func shortTitle(_ words: Words) -> String {
    let side = "\(setting("kernelSize") ?? 1)"
    return switch operation {
    case .conv2D: words(.windowOnly, side, side) + stride
    case .batchNorm2D: words(.norm)
    default: title(words)
    }
  }

  private func groups(_ words: Words) -> String {
    setting("groups").map { $0 == 1 ? "" : ", " + words(.groups, "\($0)") } ?? ""
  }

  private var stride: String {
    setting("stride").map { $0 == 1 ? "" : ", /\($0)" } ?? ""
  }
}

/// A shape without the batch: `64 × 56 × 56` for `[N, 64, 56, 56]`.
func extent(of shape: [Int]) -> String {
  shape.count > 1 ? shape.dropFirst().map(String.init).joined(separator: " × ") : "\(shape)"
}

/// A number of parameters: `11 689 512 parameters`.
func parameters(_ count: Int) -> String {
  Words(.english).parameters(count)
}
