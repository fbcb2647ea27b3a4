extension Operation {
  /// What stands in its box, as papers write it: `3×3 conv, 64, /2`.
  ///
  /// An operation that is not known here is called what the tape calls it.
  var title: String {
    switch name {
    case "input": shape.count == 4 ? "image" : "input"
    case "conv2D": "\(window)conv, \(shape[1])\(stride)"
    case "maxPool2D":
      setting("kernelSize") == 1 ? "every pixel\(stride)" : "\(window)max pool\(stride)"
    case "averagePool2D": "\(window)average pool\(stride)"
    case "globalAveragePool2D": "global average pool"
    case "batchNorm2D": "batch norm"
    case "batchNorm2D, relu": "batch norm, ReLU"
    case "relu": "ReLU"
    case "linear": "fully connected, \(shape.last ?? 0)"
    case "reshape": shape.count == 2 ? "flatten" : "reshape"
    case "padChannels": "zeros to \(shape[1])"
    case "add": "+"
    case "multiply": "×"
    case "crossEntropy": "cross-entropy"
    case "matMul": "matrix product"
    default: name
    }
  }

  private var window: String { setting("kernelSize").map { "\($0)×\($0) " } ?? "" }

  private var stride: String {
    setting("stride").map { $0 == 1 ? "" : ", /\($0)" } ?? ""
  }
}

/// A shape without the number of images: `64 × 56 × 56`.
func extent(of shape: [Int]) -> String {
  shape.count > 1 ? shape.dropFirst().map(String.init).joined(separator: " × ") : "\(shape)"
}

/// A count with its thousands apart: `11 689 512`.
func grouped(_ count: Int) -> String {
  let digits = Array("\(count)")
  return digits.indices.map { i in
    (i > 0 && (digits.count - i) % 3 == 0 ? "\u{202F}" : "") + String(digits[i])
  }.joined()
}

func parameters(_ count: Int) -> String {
  count == 1 ? "1 parameter" : "\(grouped(count)) parameters"
}
