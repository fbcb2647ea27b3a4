import Autograd

/// Pictures in batches, each prepared on another thread while the one before it is in use.
///
/// Going through them twice gives the same batches in the same order; for another order in every
/// epoch, give each another `Random`.
public struct Batches: Sequence {
  private let recipe: BatchRecipe
  /// How many of the recipe's are left out.
  private let first: Int

  init(_ recipe: BatchRecipe, from first: Int = 0) {
    (self.recipe, self.first) = (recipe, Swift.min(first, recipe.count))
  }

  /// How many batches there are.
  public var count: Int { recipe.count - first }

  public var underestimatedCount: Int { count }

  /// All but the first few, which are not even made.
  public func dropFirst(_ count: Int) -> Batches {
    require(count >= 0, "Batches: \(count) of them cannot be left out; wanted is 0 or more")
    return Batches(recipe, from: first + Swift.min(count, self.count))
  }

  public func makeIterator() -> Iterator { Iterator(recipe, from: first) }

  /// Hands out batches; when it is let go, be it early, the other thread ends.
  public struct Iterator: IteratorProtocol {
    private let recipe: BatchRecipe
    private let prefetch: Prefetch<BatchContents>

    init(_ recipe: BatchRecipe, from first: Int) {
      self.recipe = recipe
      var maker = BatchMaker(recipe)
      prefetch = Prefetch(count: recipe.count - first) { maker.prepare(first + $0) }
    }

    public mutating func next() -> Batch? {
      guard let contents = prefetch.next() else { return nil }
      return Batch(
        images: Tensor(contents.pixels, shape: recipe.shape(of: contents)), labels: contents.labels)
    }
  }
}

extension LabeledImages {
  /// The pictures in batches of `batchSize`, the last one perhaps smaller.
  ///
  /// - Parameters:
  ///   - normalize: Makes numbers of bytes.
  ///   - resize: The size the pictures get first, if another than their own.
  ///   - random: Decides the order, alone; without it they come in the order of the data.
  public func batches(
    of batchSize: Int, normalize: Normalize, resize: Resize? = nil, shuffledBy random: Random? = nil
  ) -> Batches {
    require(
      batchSize > 0,
      "batches(of:): a batch of \(batchSize) pictures was asked for; wanted is 1 or more")
    var order = Array(0..<count)
    if var random { order.shuffle(using: &random) }
    return Batches(
      BatchRecipe(
        data: self, order: order, batchSize: batchSize, normalize: normalize, resize: resize))
  }
}
