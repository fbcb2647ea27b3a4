import Autograd
import Datasets
import Exercising
import Layers
import Training

extension Probe {
  /// Trains a net with norms, and tells how many of the same 500 digits it recognizes in batches of 1, 4 and 50, and
  /// of 50 sorted by class, and how many batches its first norm has tracked, before and after.
  mutating func tellRecognized() {
    var random = Random(seed: 1)
    let net = normalizedNet(using: &random)
    _ = ShortTraining.withNorms.run(net, seed: 1)
    let data = DrawnDigits.dataset(training: 2_000, test: 500)
    let normalize = Normalize(mean: data.training.mean, deviation: data.training.deviation)
    let norm = net.all(BatchNorm2D.self)[0]
    var tracked = [norm.batchesTracked]
    let sorted = sortedByClass(data.test)
    let counts = [(data.test, 1), (data.test, 4), (data.test, 50), (sorted, 50)].map {
      digits, size in
      let predicted = predictions(of: net, on: digits.batches(of: size, normalize: normalize))
      return zip(predicted, digits.labels).count { $0 == $1 }
    }
    tracked.append(norm.batchesTracked)
    tell("the digits recognized", counts)
    tell("the batches tracked before and after", tracked)
  }
}

/// The same pictures, first all of class 0, then all of class 1, and so on.
private func sortedByClass(_ images: LabeledImages) -> LabeledImages {
  let order = images.labels.indices.sorted { (images.labels[$0], $0) < (images.labels[$1], $1) }
  return LabeledImages(
    pixels: order.flatMap(images.picture), labels: order.map { images.labels[$0] },
    height: images.height, width: images.width, classNames: images.classNames)
}
