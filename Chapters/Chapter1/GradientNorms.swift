import Autograd
import Chapter1Net
import Datasets
import Layers
import Notebook

/// The norm of each weight's gradient on one batch, from the images to the scores.
struct GradientNorms: Encodable {
  let norms: [Double]

  init(of net: any LayeredNet, on batch: Batch) {
    let loss = crossEntropy(net(batch.images.on(Tape())), batch.labels)
    self.init(of: net, loss.backward())
  }

  init(of net: any LayeredNet, _ gradients: Gradients) {
    norms = net.weights.map { gradients[$0].map(norm) ?? 0 }
  }

  /// The first layer's norm divided by the last one's.
  var ratio: Double { norms[0] / norms[norms.count - 1] }
}

/// The norms of some nets, a row for each, at five places from the images to the scores.
func normTable(_ nets: [Trial<Model, GradientNorms>]) -> Table {
  var table = Table(
    "net", "first layer", "a quarter in", "half", "three quarters", "last", "least of all",
    "first : last")
  for net in nets {
    let norms = net.result.norms
    let last = norms.count - 1
    let five = [0, last / 4, last / 2, 3 * last / 4, last].map { norms[$0] }
    table.add(cells: [net.model] as [Any] + five + [norms.min()!, net.result.ratio])
  }
  return table
}

/// The first pictures of a data set, normalized.
func firstBatch(of batchSize: Int, _ pictures: LabeledImages, _ normalize: Normalize) -> Batch {
  let batches = pictures.prefix(batchSize).batches(of: batchSize, normalize: normalize)
  return batches.first { _ in true }!
}
