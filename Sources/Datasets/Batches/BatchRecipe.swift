/// Which pictures go into which batch, and what is done to them.
struct BatchRecipe: Sendable {
  let data: LabeledImages

  /// The indices of the pictures in the order in which they are used.
  let order: [Int]

  let batchSize: Int
  let normalize: Normalize
  let resize: Resize?

  /// How many batches there are, written so that no batch size can overflow.
  var count: Int { order.isEmpty ? 0 : (order.count - 1) / batchSize + 1 }

  var height: Int { resize?.height ?? data.height }
  var width: Int { resize?.width ?? data.width }

  /// The indices of the pictures of batch `number`.
  func indices(of number: Int) -> ArraySlice<Int> {
    order.dropFirst(number * batchSize).prefix(batchSize)
  }

  /// `[N, 1, H, W]`: a grey picture has one channel.
  func shape(of contents: BatchContents) -> [Int] { [contents.labels.count, 1, height, width] }
}

/// What a batch consists of before it becomes a tensor, which must not cross threads.
struct BatchContents: Sendable {
  let pixels: [Float]
  let labels: [Int]
}
