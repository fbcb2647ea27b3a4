import Autograd
import Plots

extension Node {
  /// The text in its box, as papers write it: `3×3 conv, 64, /2`.
  ///
  /// An operation that is not listed here, such as one of the user's own, has the title of its kind.
  var title: String {
    switch operation {
    case .input: shape.count == 4 ? "image" : "input"
    case .conv2D: "\(window)conv, \(shape[1])\(stride)"
    case .maxPool2D:
      setting("kernelSize") == 1 ? "every pixel\(stride)" : "\(window)max pool\(stride)"
    case .averagePool2D: "\(window)average pool\(stride)"
    case .globalAveragePool2D: "global average pool"
    case .batchNorm2D: "batch norm"
    case .relu: "ReLU"
    case .linear: "fully connected, \(shape.last ?? 0)"
    case .reshape: shape.count == 2 ? "flatten" : "reshape"
    case .padChannels: "zeros to \(shape[1])"
    case .add: "+"
    case .subtract: "−"
    case .multiply: "×"
    case .divide: "÷"
    case .crossEntropy: "cross-entropy"
    case .matMul: "matrix product"
    default: operation.title
    }
  }

  private var window: String { setting("kernelSize").map { "\($0)×\($0) " } ?? "" }

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
  grouped(count) + (count == 1 ? " parameter" : " parameters")
}
