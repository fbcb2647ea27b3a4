import Autograd

/// Pictures in batches, which a second thread prepares ahead of their use.
///
/// Iterating twice gives the same batches in the same order; for a new order in every epoch, shuffle
/// with another `Random`.
public struct Batches: Sequence {
  private let recipe: BatchRecipe
  /// How many batches of the recipe are skipped.
  private let first: Int

  init(_ recipe: BatchRecipe, from first: Int = 0) {
    (self.recipe, self.first) = (recipe, Swift.min(first, recipe.count))
  }

  /// How many batches there are.
  public var count: Int { recipe.count - first }

  /// The same, for `Sequence`.
  public var underestimatedCount: Int { count }

  /// All but the first few, which are not prepared.
  public func dropFirst(_ count: Int) -> Batches {
    require(count >= 0, "Batches: \(count) of them cannot be left out; wanted is 0 or more")
    return Batches(recipe, from: first + Swift.min(count, self.count))
  }

  /// Begins to prepare the batches.
  public func makeIterator() -> Iterator { Iterator(recipe, from: first) }

  /// Returns the batches in order; the second thread ends with it.
  public struct Iterator: IteratorProtocol {
    private let recipe: BatchRecipe
    private let prefetch: Prefetch<BatchContents>

    init(_ recipe: BatchRecipe, from first: Int) {
      self.recipe = recipe
      var maker = BatchMaker(recipe)
      prefetch = Prefetch(count: recipe.count - first) { maker.prepare(first + $0) }
    }

    /// The next batch, or `nil` after the last.
    public mutating func next() -> Batch? {
      guard let contents = prefetch.next() else { return nil }
      return Batch(
        images: Tensor(contents.pixels, shape: recipe.shape(of: contents)), labels: contents.labels)
    }
  }
}

extension LabeledImages {
  /// The pictures in batches of `batchSize`; the last one may be smaller, unless it is dropped.
  ///
  /// - Parameters:
  ///   - normalize: how pixels are normalized.
  ///   - resize: how pictures are resized before, if at all.
  ///   - random: the generator for the order; without one it is that of the data.
  ///   - dropLast: whether pictures that do not fill a last batch are left out. A net with batch norm
  ///     cannot be trained on a batch of one picture, once that is 1 × 1 pixels inside.
  public func batches(
    of batchSize: Int, normalize: Normalize, resize: Resize? = nil,
    shuffledBy random: Random? = nil, dropLast: Bool = false
  ) -> Batches {
    require(
      batchSize > 0,
      "batches(of:): a batch of \(batchSize) pictures was asked for; wanted is 1 or more")
    var random = random
    let order = random?.order(of: count) ?? Array(0..<count)
    return Batches(
      BatchRecipe(
        data: self, order: order, batchSize: batchSize, normalize: normalize, resize: resize,
        dropsLast: dropLast))
  }
}
