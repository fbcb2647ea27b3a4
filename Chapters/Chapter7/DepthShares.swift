import Autograd
import Chapter7Blocks
import Datasets
import Layers
import Notebook
import Plots
import Training

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

  /// - Parameter results: the patches, and what each branch returned, `[N, T, L, C]`.
  init(of net: DepthTransformer, _ results: Tensor) {
    var (sizes, shares): ([Double], [Double]) = ([], [])
    for (i, reader) in net.readers.enumerated() {
      let earlier = results.slice(0..<i + 1, axis: 2)
      let size = rootMeanSquare(reader(earlier))
      sizes.append(size)
      guard i > 0 else { continue }
      let weights = reader.weights(earlier).slice(i..<i + 1, axis: 3)
      let newest = matMul(weights, earlier.slice(i..<i + 1, axis: 2))
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

/// How a short training went, and how unequal the weights of the choice became.
struct DepthResult: Encodable {
  /// The mean loss of the last twenty batches.
  let end: Double
  /// The least and the greatest weight of an earlier result, times how many there are; `nil` with a sum.
  let least, greatest: Double?

  init(_ net: any Layer, _ run: TrainingRun, on batch: Batch) {
    let last = run.losses.suffix(20)
    end = last.reduce(0, +) / Double(last.count)
    guard let net = net as? DepthTransformer else {
      (least, greatest) = (nil, nil)
      return
    }
    let results = net.results(batch.images)
    let weights = net.readers.enumerated().flatMap { i, reader in
      let weights = reader.weights(results.slice(0..<i + 1, axis: 2)).mean(over: 0, 1)
      return weights.scalars.map { Double($0) * Double(i + 1) }
    }
    (least, greatest) = (weights.min(), weights.max())
  }
}

func depthTable(_ trials: [Trial<DepthModel, DepthResult>]) -> Table {
  var table = Table(
    "what is read", "loss, last 20 batches", "least weight, of equal ones", "greatest weight")
  for model in DepthModel.allCases {
    let same = trials.of(model)
    guard let loss = trials.spread(of: model, \.end) else { continue }
    let (least, greatest) = (same.compactMap(\.least), same.compactMap(\.greatest))
    table.add(
      model.rawValue, loss, least.isEmpty ? "" : "\(Spread(least, digits: 2))",
      greatest.isEmpty ? "" : "\(Spread(greatest, digits: 2))")
  }
  return table
}
