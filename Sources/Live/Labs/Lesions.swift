import Autograd
import Chapter6Net
import Datasets
import Layers
import Optimizers

/// A net of chapter 6 that learns drawn digits, and whose blocks are deleted when it has.
package final class Lesions {
  package let net: StackedNet
  /// What it learns from, and 500 pictures that it has not seen.
  package let training, unseen: LabeledImages
  /// These as the net takes them.
  package let test: Batch
  /// The classes of the test pictures as the net gives them behind each block of its second stage, `[500, 10]`.
  package private(set) var scores: [Tensor] = []

  /// Half as many pixels each way, so that the net learns in seconds.
  package static let size = Resize(height: 14, width: 14)

  private let seed: UInt64
  let normalize: Normalize
  private let optimizer: SGD
  private var epoch = 1
  private var batches: Batches.Iterator
  /// The input of each block as it was when the net was read last, and the output of the last block.
  private var features: [Tensor] = []
  /// Of each block, whether it was deleted then.
  private var deleted: [Bool]

  /// - Parameters:
  ///   - stage: how many blocks each of the net's two stages has.
  ///   - isResidual: whether they have shortcuts.
  ///   - seed: where the first weights and the order of the pictures come from.
  ///   - count: how many pictures it learns from.
  package init(stage: Int, isResidual: Bool, seed: UInt64, training count: Int) {
    let data = DrawnDigits.dataset(training: count, test: 500, seed: 1)
    (training, unseen) = (data.training, data.test)
    normalize = Normalize(mean: training.mean, deviation: training.deviation)
    test = unseen.batches(of: 500, normalize: normalize, resize: Self.size).first { _ in true }!
    self.seed = seed
    var random = Random(seed: seed)
    net = StackedNet(depth: 4 * stage + 2, isResidual: isResidual, using: &random)
    deleted = net.blocks.map { _ in false }
    optimizer = SGD(net.parameters, learningRate: 0.1, momentum: 0.9)
    batches = Self.batches(of: 1, training, normalize, seed)
  }

  private static func batches(
    of epoch: Int, _ pictures: LabeledImages, _ normalize: Normalize, _ seed: UInt64
  ) -> Batches.Iterator {
    let order = Random(seed: seed &+ UInt64(epoch) << 32)
    return pictures.batches(of: 64, normalize: normalize, resize: Self.size, shuffledBy: order)
      .makeIterator()
  }

  /// Learns from one batch, and returns its loss from before.
  package func step() -> Float {
    guard let batch = batches.next() else {
      epoch += 1
      batches = Self.batches(of: epoch, training, normalize, seed)
      return step()
    }
    let loss = crossEntropy(net(batch.images.on(Tape())), batch.labels)
    optimizer.step(loss.backward())
    features = []
    return loss.scalar
  }

  /// Gives the norms statistics estimated afresh from training pictures, as chapter 6 does after each epoch.
  package func refreshStatistics() {
    let norms = [net.norm] + net.blocks.flatMap { [$0.norm1!, $0.norm2!] }
    for norm in norms {
      norm.resetRunningStatistics()
      norm.momentum = nil
    }
    for batch in training.prefix(512).batches(of: 128, normalize: normalize, resize: Self.size) {
      _ = net(batch.images.on(Tape()))
    }
    for norm in norms { norm.momentum = 0.1 }
    features = []
  }

  /// How many test pictures the net recognizes if some of its blocks are deleted, read behind each block of its
  /// second stage, where features have the shape that the classifier takes.
  ///
  /// Only what is behind the first block for which `isDeleted` has changed is computed.
  package func recognized(isDeleted: [Bool]) -> [Int] {
    if features.isEmpty { features = [net.stem(test.images)] }
    let count = net.blocks.count
    let changed = (0..<count).first { isDeleted[$0] != deleted[$0] } ?? count
    let first = min(changed, features.count - 1)
    features =
      features.prefix(first)
      + net.features(features[first], order: Array(first..<count)) { block, i, x in
        isDeleted[i] ? block.shortcut(x) : block(x)
      }
    deleted = isDeleted
    scores = features.dropFirst(count / 2 + 1).map { net.classify($0) }
    return scores.map { zip($0.argMax(), test.labels).count { $0 == $1 } }
  }

  /// How likely each class is for a test picture, read behind each block of the second stage: ten numbers each.
  package func probabilities(of picture: Int) -> [Float] {
    scores.flatMap { scores in
      let row = Array(scores.scalars[10 * picture..<10 * (picture + 1)])
      return softmax(Tensor(row, shape: [1, 10])).scalars
    }
  }
}
