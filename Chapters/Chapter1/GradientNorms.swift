import Autograd
import Datasets
import Layers
import Notebook

/// How long the gradients of freshly made nets are on one batch.
func gradientNorms(
  of contestants: [Contestant], seed: UInt64, on batch: Batch, log: JSONLines?
) -> [GradientNorms] {
  contestants.map { contestant in
    let found = GradientNorms(of: contestant, seed: seed, on: batch)
    orExit { try log?.append(["gradients": found]) }
    return found
  }
}

/// How long the gradient of each layer's weight is on one batch, from the images to the scores.
struct GradientNorms: Encodable {
  let name: String
  let seed: UInt64
  let norms: [Double]

  init(of contestant: Contestant, seed: UInt64, on batch: Batch) {
    let net = contestant.net(seed: seed)
    let gradients = crossEntropy(net(batch.images.on(Tape())), batch.labels).backward()
    norms = net.weights.map { gradients[$0].map(norm) ?? 0 }
    (name, self.seed) = (contestant.name, seed)
  }

  /// The first layer's, measured by the last one's.
  var share: Double { norms[0] / norms[norms.count - 1] }
}

/// The norms of some nets, a row for each, at five places from the images to the scores.
func normTable(_ nets: [GradientNorms]) -> Table {
  var table = Table(
    "net", "first layer", "a quarter in", "half", "three quarters", "last", "least of all",
    "first : last")
  for net in nets {
    let last = net.norms.count - 1
    let five = [0, last / 4, last / 2, 3 * last / 4, last].map { net.norms[$0] }
    table.add(cells: [net.name] as [Any] + five + [net.norms.min()!, net.share])
  }
  return table
}

/// The root of the sum of all squares (L2 norm).
///
/// The squares are taken as `Double`: that of 10⁻²⁴ is smaller than the least `Float`.
func norm(_ x: Tensor) -> Double {
  x.scalars.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
}

/// The first pictures of a data set, normalized.
func firstBatch(of batchSize: Int, _ pictures: LabeledImages, _ normalize: Normalize) -> Batch {
  let batches = pictures.prefix(batchSize).batches(of: batchSize, normalize: normalize)
  return batches.first { _ in true }!
}
