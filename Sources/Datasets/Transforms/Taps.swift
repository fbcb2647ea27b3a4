/// Which pixels along one axis make each pixel of a resized picture, and with what weights.
///
/// An output pixel's centre, half a pixel from its edge, is carried back into the input. The inputs
/// around it count in proportion to a triangle that falls to 0 one pixel away. When the picture
/// shrinks the triangle widens by the same factor, or pixels between the centres would be skipped.
struct Taps: Sendable {
  /// How many bits of an integer weight lie behind the point: as many as Pillow's, for its bytes.
  static let bits: Int32 = 22

  /// How many inputs each output has, those of weight 0 at the edges included.
  let width: Int

  /// The first input of each output, placed so that all `width` lie inside the picture.
  let starts: [Int]

  /// `[output, width]`, each row summing to 2^`bits` but for rounding.
  let weights: [Int32]

  init(from input: Int, to output: Int) {
    let scale = Double(input) / Double(output)
    let reach = max(scale, 1)
    let centres = (0..<output).map { (Double($0) + 0.5) * scale }
    let runs = centres.map { max(0, Int($0 - reach + 0.5))..<min(input, Int($0 + reach + 0.5)) }
    let width = runs.map(\.count).max() ?? 0
    let starts = runs.map { min($0.lowerBound, input - width) }

    var weights = [Int32](repeating: 0, count: output * width)
    for index in 0..<output {
      let triangle = runs[index].map { max(0, 1 - abs(Double($0) + 0.5 - centres[index]) / reach) }
      let sum = triangle.reduce(0, +)
      for (input, weight) in zip(runs[index], triangle) {
        weights[index * width + input - starts[index]] =
          Int32((weight / sum * Double(1 << Self.bits)).rounded(.toNearestOrAwayFromZero))
      }
    }
    (self.width, self.starts, self.weights) = (width, starts, weights)
  }
}
