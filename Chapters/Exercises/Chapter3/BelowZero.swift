import Exercising
import Kernels

extension Exercise {
  static let belowZero = Exercise(
    "below-zero", chapter: 3, .find, "A variance below zero",
    file: "Sources/Kernels/Reference/BatchNorm2D.swift",
    original: """
          let distance = Double(x[i]) - mean[c]
          variance[c] += distance * distance / count
        }
      """,
    given: """
          variance[c] = Double(Float(variance[c]) + x[i] * x[i] / Float(count))
        }
        for c in mean.indices { variance[c] = Double(Float(variance[c]) - Float(mean[c] * mean[c])) }
      """,
    symptom: """
      Numbers from 999 to 1001 have a variance of 0.75 in one batch and of −0.125 in another, where 0.33 is \
      right (seed 1), and of the second the norm returns no numbers: it takes the root. With a mean of 0 or 10 \
      all is as it should be.
      """,
    failure: "the variance at a mean of 1000",
    hints: """
      The mean of the squares less the square of the mean is the variance: the formula is right.

      Print the two numbers that are subtracted, at means of 0, 10 and 1000. Seven digits are all a `Float` has.

      Take the mean away first, and in `Double`: sum the squares of x − mean.
      """,
    story: """
      Both numbers are about a million and differ in their seventh digit. Two passes over the numbers cost little, \
      and the second finds them in the cache.
      """,
    source: "flax, issue 1491; tensorflow, issues 3290 and 118701; tt-metal, issue 45968",
    figure: .curve(
      "The variance of twenty batches of numbers from 999 to 1001",
      of: "the variances of twenty batches", x: "batch", y: "variance")
  ) { probe in
    var random = KernelNumbers(seed: probe.seed)
    let n = Normalization(weight: Buffer([1]), bias: Buffer([0]), epsilon: 1e-5)
    let g = ImageGeometry(images: 2, channels: 1, height: 20, width: 20)
    for mean: Float in [0, 10, 1000] {
      let x = Buffer(random.numbers(800).map { $0 + mean })
      let (y, measured) = Reference.batchNorm2D(x, n, g)
      probe.tell("the variance at a mean of \(Int(mean))", measured.variance)
      probe.tell("the output at a mean of \(Int(mean))", y.scalars, within: 1e-3)
    }
    let variances = (0..<20).map { _ in
      let x = Buffer(random.numbers(800).map { $0 + 1000 })
      return Reference.batchNorm2D(x, n, g).1.variance[0]
    }
    probe.tell("the variances of twenty batches", variances)
  }
}
