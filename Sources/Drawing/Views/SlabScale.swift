/// How large the picture of a tensor is: its height the side of the image, its width the channels, both by
/// their square roots.
struct SlabScale {
  private let side, channel: Double

  /// - Parameter tallest: the height of the largest image.
  init(_ chart: Flowchart, tallest: Double) {
    let shapes = chart.graph.nodes.map(\.shape).filter { $0.count == 4 }
    let sides = shapes.map { Double(max($0[2], $0[3])) }.max() ?? 1
    let channels = shapes.map { Double($0[1]) }.max() ?? 1
    side = tallest / max(sides, 1).squareRoot()
    channel = min(4, 58 / max(channels, 1).squareRoot())
  }

  /// The width and height of a slab; a vector is a small box.
  func callAsFunction(_ shape: [Int]) -> (width: Double, height: Double) {
    guard shape.count == 4, max(shape[2], shape[3]) > 1 else { return (30, 16) }
    return (
      max(10, channel * Double(shape[1]).squareRoot()),
      max(16, side * Double(max(shape[2], shape[3])).squareRoot())
    )
  }
}
