import Autograd
import Chapter2Net
import Chapter3Blocks
import Datasets
import Exercising
import Layers
import Optimizers

/// A short training on digits drawn by a program, which are the same on every machine: what symptoms say of losses
/// and accuracies is measured with it.
struct ShortTraining {
  /// How many digits it is trained on.
  var digits = 6_000
  /// How many test digits there are.
  var tests = 500
  var epochs = 1
  var batchSize = 64
  /// Makes the optimizer; that of chapter 2 if none is given.
  var optimizer: ([Parameter]) -> any Optimizer = {
    SGD($0, learningRate: 0.01, momentum: 0.5)
  }

  /// The training of the exercises about norms.
  static var withNorms: ShortTraining {
    ShortTraining(digits: 2_000, epochs: 3, batchSize: 50) { SGD($0, learningRate: 0.05) }
  }

  /// What came of it.
  struct Course {
    /// The loss of each batch.
    var losses: [Double] = []
    /// The mean loss of each epoch, over its batches.
    var means: [Double] = []
    /// The share of the test digits that were recognized after each epoch.
    var accuracies: [Double] = []
  }

  /// - Parameters:
  ///   - seed: that of the order of the digits.
  ///   - evaluatesOnTape: whether test digits are normalized by the statistics of their batch.
  func run(_ net: any Layer, seed: UInt64, evaluatesOnTape: Bool = false) -> Course {
    let data = DrawnDigits.dataset(training: digits, test: tests)
    let normalize = Normalize(mean: data.training.mean, deviation: data.training.deviation)
    let optimizer = optimizer(net.parameters)
    var course = Course()
    for epoch in 1...epochs {
      let order = Random(seed: 100 * seed + UInt64(epoch))
      let batches = data.training.batches(of: batchSize, normalize: normalize, shuffledBy: order)
      let before = course.losses.count
      for batch in batches {
        let loss = crossEntropy(net(batch.images.on(Tape())), batch.labels)
        optimizer.step(loss.backward())
        course.losses.append(Double(loss.scalar))
      }
      course.means.append(mean(course.losses[before...]))
      let right = data.test.batches(of: tests, normalize: normalize).map { batch in
        let images = evaluatesOnTape ? batch.images.on(Tape()) : batch.images
        return zip(net(images).argMax(), batch.labels).count { $0 == $1 }
      }
      course.accuracies.append(Double(right.reduce(0, +)) / Double(tests))
    }
    return course
  }
}

func mean(_ numbers: some Collection<Double>) -> Double {
  numbers.reduce(0, +) / Double(numbers.count)
}

extension Probe {
  /// Trains a net with seeds 1, 2 and 3, and tells the mean loss of the last epoch, the share of the test digits that
  /// were recognized after it, the losses of seed 1 in about thirty parts, and its accuracies.
  mutating func tell(_ training: ShortTraining, of net: (inout Random) -> any Layer) {
    let courses = (1...3).map { (seed: UInt64) in
      var random = Random(seed: seed)
      return training.run(net(&random), seed: seed)
    }
    tell("the loss", courses.map { $0.means.last! })
    tell("the share recognized", courses.map { $0.accuracies.last! })
    let (losses, part) = (courses[0].losses, max(1, courses[0].losses.count / 30))
    let parts = stride(from: 0, to: losses.count - part + 1, by: part)
    tell("the losses on the way", parts.map { mean(losses[$0..<$0 + part]) })
    tell("the shares after each epoch", courses[0].accuracies)
  }
}

/// The net of chapter 2.
func chapter2Net(using random: inout Random) -> Net { Net(using: &random) }

/// The net with norms of the exercises of chapters 3 and 4: a stem and two residual blocks.
func normalizedNet(using random: inout Random) -> Sequential {
  Sequential(
    Conv2D(1, 8, kernelSize: 3, stride: 2, padding: 1, using: &random), BatchNorm2D(8), ReLU(),
    Residual(8, 8, using: &random), Residual(8, 16, stride: 2, using: &random),
    Flatten(), Linear(7 * 7 * 16, 10, using: &random))
}
