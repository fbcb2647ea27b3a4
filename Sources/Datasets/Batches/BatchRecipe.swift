/// Which pictures are in which batch, and how they are prepared.
struct BatchRecipe: Sendable {
  let data: LabeledImages

  /// The indices of the pictures, in order of use.
  let order: [Int]

  let batchSize: Int
  let normalize: Normalize
  let resize: Resize?

  /// Whether pictures that do not fill a last batch are left out.
  let dropsLast: Bool

  /// The number of batches, computed without overflow for any batch size.
  var count: Int {
    if dropsLast { return order.count / batchSize }
    return order.isEmpty ? 0 : (order.count - 1) / batchSize + 1
  }

  var height: Int { resize?.height ?? data.height }
  var width: Int { resize?.width ?? data.width }

  /// The indices of the pictures of batch `number`.
  func indices(of number: Int) -> ArraySlice<Int> {
    order.dropFirst(number * batchSize).prefix(batchSize)
  }

  /// `[N, 1, H, W]`: a gray picture has one channel.
  func shape(of contents: BatchContents) -> [Int] { [contents.labels.count, 1, height, width] }
}

/// A batch before it becomes a tensor, which must not be passed between threads.
struct BatchContents: Sendable {
  let pixels: [Float]
  let labels: [Int]
}
