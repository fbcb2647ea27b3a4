import Autograd
import Chapter7Blocks
import Notebook
import Foundation
import Plots

typealias NormPlace = TransformerBlock.NormPlace

/// A Transformer: where its norms stand, and how many blocks it has.
struct NormModel: Hashable, Codable, CustomStringConvertible {
  let place: NormPlace
  let depth: Int

  var description: String { "\(place.rawValue), \(counted(depth, "block"))" }

  static func all(_ depths: [Int]) -> [NormModel] {
    depths.flatMap { depth in NormPlace.allCases.map { NormModel(place: $0, depth: depth) } }
  }
}

/// Gradients of a Transformer that has just been made.
struct NormGradient: Encodable {
  /// At each place of the main path: before the first block, and after each.
  let places: [Double]
  /// Of each block's last weights, and of its queries.
  let weights, queries: [Double]
  /// How large the features are at the end, and how far apart the positions, as a share of that.
  let size, apart: Double

  init(of net: PatchTransformer, at places: [Tensor], _ loss: Tensor) {
    self.places = gradientNorms(at: places, of: loss)
    let gradients = loss.backward()
    weights = net.blocks.map { norm(gradients[$0.down.weight]!) }
    queries = net.blocks.map { norm(gradients[$0.attention.query.weight]!) }
    let last = places.last!.detached
    size = rootMeanSquare(last)
    apart = rootMeanSquare(last - last.mean(over: 1)) / size
  }
}

/// Of each net: the gradient of the last block's weights, that of its queries, and how alike positions are.
func normTable(_ trials: [Trial<NormModel, NormGradient>], _ depths: [Int]) -> Table {
  var table = Table(
    "norm", "blocks", "gradient of the last weights", "of the path, start : end",
    "of the last queries", "size of the path",
    "positions apart")
  for place in NormPlace.allCases {
    for depth in depths {
      let same = trials.of(NormModel(place: place, depth: depth))
      if same.isEmpty { continue }
      func geometric(_ value: (NormGradient) -> Double) -> Double {
        mean(of: same.map(value))
      }
      table.add(
        place.rawValue, depth, "\(Spread(same.map { $0.weights.last! }, digits: 2))",
        "\(Spread(same.map { $0.places[0] / $0.places.last! }, digits: 1))",
        geometric { $0.queries.last! }, "\(Spread(same.map(\.size), digits: 1))",
        geometric(\.apart))
    }
  }
  return table
}

/// The gradient of the last block's weights, by depth.
func normChart(_ trials: [Trial<NormModel, NormGradient>], _ depths: [Int]) -> Picture {
  var chart = LineChart(
    "The gradient of the last block's weights", x: Axis("blocks", .logarithmic),
    y: Axis("", .logarithmic))
  for place in NormPlace.allCases {
    let values = depths.map { depth in
      trials.of(NormModel(place: place, depth: depth)).map { $0.weights.last! }
    }
    let means = values.map { mean(of: $0) }
    let spread = values.map { ($0.max()! - $0.min()!) / 2 }
    chart.line(place.rawValue, points(depths, means), spread: spread)
    guard place == .preNorm else { continue }
    let law = depths.map { means[0] * (Double(depths[0]) / Double($0)).squareRoot() }
    chart.line("1 / √L", points(depths, law), color: .gray, dash: [4, 3])
  }
  return chart.picture()
}

private func points(_ depths: [Int], _ values: [Double]) -> [Point] {
  zip(depths, values).map { Point(Double($0), $1) }
}

/// The gradient of the queries in each block.
func queryChart(_ trials: [Trial<NormModel, NormGradient>], _ depth: Int) -> Picture {
  var chart = LineChart(
    "The gradient of the queries, block by block", x: Axis("block"),
    y: Axis("norm of the gradient", .logarithmic))
  for place in NormPlace.allCases {
    chart.line(
      place.rawValue, runs: trials.of(NormModel(place: place, depth: depth)).map(\.queries))
  }
  return chart.picture()
}

/// The geometric mean: of numbers that differ by factors.
func mean(of values: [Double]) -> Double {
  exp(values.reduce(0) { $0 + log($1) } / Double(values.count))
}
