import Autograd
import Chapter7Blocks
import Notebook
import Plots

/// What a branch reads: the sum of all before it, or a choice among them.
enum DepthModel: String, CaseIterable, Codable {
  case sum, choice
}

/// How large is what each branch reads, and what share of its variance is the newest result.
struct DepthShare: Encodable {
  let sizes, shares: [Double]

  /// - Parameter places: the main path before the first branch, and after each.
  init(sums places: [Tensor]) {
    sizes = places.map { rootMeanSquare($0) }
    shares = zip(places.dropFirst(), places).map { after, before in
      let ratio = rootMeanSquare(after - before) / rootMeanSquare(after)
      return ratio * ratio
    }
  }

  /// - Parameter results: the patches, and what each branch returned, `[L, N, T, C]`.
  init(of net: DepthTransformer, _ results: Tensor) {
    var (sizes, shares): ([Double], [Double]) = ([], [])
    for (i, reader) in net.readers.enumerated() {
      let earlier = results.slice(0..<i + 1, axis: 0)
      let size = rootMeanSquare(reader(earlier))
      sizes.append(size)
      guard i > 0 else { continue }
      let newest = (earlier * reader.weights(earlier)).slice(i..<i + 1, axis: 0)
      let ratio = rootMeanSquare(newest) / size
      shares.append(ratio * ratio)
    }
    (self.sizes, self.shares) = (sizes, shares)
  }
}

func shareTable(_ trials: [Trial<DepthModel, DepthShare>]) -> Table {
  var table = Table("what is read", "behind branch", "size", "share of the newest result")
  for model in DepthModel.allCases {
    for branch in [1, 4, 16, 60] {
      let same = trials.of(model).filter { $0.shares.count >= branch }
      if same.isEmpty { continue }
      table.add(
        model.rawValue, branch, Spread(same.map { $0.sizes[branch] }, digits: 2),
        Spread(same.map { $0.shares[branch - 1] }))
    }
  }
  return table
}

func shareChart(_ trials: [Trial<DepthModel, DepthShare>]) -> Picture {
  var chart = LineChart(
    "The share of the newest result in what is read", x: Axis("branches", .logarithmic),
    y: Axis("share of the variance", .logarithmic))
  for model in DepthModel.allCases {
    chart.line(model.rawValue, runs: trials.of(model).map(\.shares))
  }
  return chart.picture()
}

extension Checks {
  mutating func expectShares(_ trials: [Trial<DepthModel, DepthShare>]) {
  }
}
