import Autograd
import Datasets
import Layers

// What a page asks of the training of chapter 2.

nonisolated(unsafe) private var training: DigitTraining?

/// Makes a net and its pictures anew.
///
/// - Returns: how many numbers the net learns.
@_cdecl("begin") public func begin(
  seed: UInt32, training count: Int32, test: Int32, learningRate: Float, momentum: Float
) -> Int32 {
  let new = DigitTraining(
    seed: UInt64(seed), training: Int(count), test: Int(test), learningRate: learningRate,
    momentum: momentum)
  training = new
  return Int32(new.net.parameterCount)
}

/// Sets the learning rate of the steps to come.
@_cdecl("set_rate") public func setRate(learningRate: Float) {
  training?.set(learningRate: learningRate)
}

/// - Returns: the loss of the batch that was learned from.
@_cdecl("learn") public func learn() -> Float { training?.step() ?? .nan }

/// - Returns: the share of the first `count` test pictures that is recognized.
@_cdecl("accuracy") public func accuracy(of count: Int32) -> Float {
  training?.accuracy(on: Int(count)) ?? .nan
}

/// - Parameter count: how many numbers the page wrote: x and y of each point, two that are negative
///   behind each stroke.
/// - Returns: how many numbers the answer has: 784 pixels from 0 to 1, and ten probabilities.
@_cdecl("look") public func look(count: Int32) -> Int32 {
  let strokes = (0..<Int(count) / 2).map { SIMD2(given[2 * $0], given[2 * $0 + 1]) }
    .split { $0.x < 0 }.map { Array($0) }
  let pixels = DrawnDigits.picture(of: strokes)
  return reply(pixels.map { Float($0) / 255 } + (training?.probabilities(of: pixels) ?? []))
}
