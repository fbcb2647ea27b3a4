/// The input pixels and weights of each output pixel along one axis: a triangle filter.
///
/// The center of an output pixel is mapped to the input. The weights of the inputs around it fall
/// linearly to 0 at a distance of one pixel, or, when the picture shrinks, of one output pixel.
struct Taps: Sendable {
  /// The fractional bits of a weight in fixed-point arithmetic, as many as in Pillow.
  static let bits: Int32 = 22

  /// The number of inputs of each output, including those of weight 0 at the edges.
  let width: Int

  /// The first input of each output, placed so that all `width` lie inside the picture.
  let starts: [Int]

  /// `[output, width]`, each row summing to 2^`bits` but for rounding.
  let weights: [Int32]

  init(from input: Int, to output: Int) {
    let scale = Double(input) / Double(output)
    let reach = max(scale, 1)
    let centers = (0..<output).map { (Double($0) + 0.5) * scale }
    let runs = centers.map { max(0, Int($0 - reach + 0.5))..<min(input, Int($0 + reach + 0.5)) }
    let width = runs.map { $0.count }.max() ?? 0
    let starts = runs.map { min($0.lowerBound, input - width) }

    var weights = [Int32](repeating: 0, count: output * width)
    for index in 0..<output {
      let triangle = runs[index].map { max(0, 1 - abs(Double($0) + 0.5 - centers[index]) / reach) }
      let sum = triangle.reduce(0, +)
      for (input, weight) in zip(runs[index], triangle) {
        weights[index * width + input - starts[index]] =
          Int32((weight / sum * Double(1 << Self.bits)).rounded(.toNearestOrAwayFromZero))
      }
    }
    (self.width, self.starts, self.weights) = (width, starts, weights)
  }
}
