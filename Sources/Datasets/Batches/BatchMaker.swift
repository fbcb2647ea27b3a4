/// Makes the batches of a recipe; weights and buffers are reused.
struct BatchMaker: Sendable {
  private let recipe: BatchRecipe
  private var resizer: Resizer?

  init(_ recipe: BatchRecipe) {
    self.recipe = recipe
    resizer = recipe.resize.map {
      Resizer($0, fromHeight: recipe.data.height, width: recipe.data.width)
    }
  }

  mutating func prepare(_ number: Int) -> BatchContents {
    let indices = recipe.indices(of: number)
    let size = recipe.height * recipe.width
    let pixels = [Float](unsafeUninitializedCapacity: indices.count * size) { output, count in
      for (place, index) in indices.enumerated() {
        write(index, to: output.baseAddress! + place * size)
      }
      count = indices.count * size
    }
    return BatchContents(pixels: pixels, labels: indices.map { recipe.data.labels[$0] })
  }

  /// Writes one picture, resized and normalized, to `output`.
  private mutating func write(_ index: Int, to output: UnsafeMutablePointer<Float>) {
    let size = recipe.data.height * recipe.data.width
    recipe.data.pixels.withUnsafeBufferPointer { pixels in
      let picture = UnsafeBufferPointer(rebasing: pixels[index * size..<(index + 1) * size])
      if resizer != nil {
        resizer!.resize(picture)
        resizer!.output.withUnsafeBufferPointer { recipe.normalize.apply($0, to: output) }
      } else {
        recipe.normalize.apply(picture, to: output)
      }
    }
  }
}
