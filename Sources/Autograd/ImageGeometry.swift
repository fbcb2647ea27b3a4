import Kernels

extension Tensor {
  /// The sizes of images, `[N, C, H, W]`.
  var imageGeometry: ImageGeometry {
    ImageGeometry(images: shape[0], channels: shape[1], height: shape[2], width: shape[3])
  }
}

extension Shapes {
  /// A guard: `x` holds images, `[N, C, H, W]`, and at least one number.
  static func expectImages(_ operation: String, _ x: [Int]) throws(SentenceError) {
    try expect(x.count == 4, "\(operation): x is \(x), but images are [N, C, H, W]")
    try expect(x.allSatisfy { $0 > 0 }, "\(operation): x is \(x), which holds no numbers")
  }
}
