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
  training = nil  // makes room
  let new = DigitTraining(
    seed: UInt64(seed), training: Int(count), test: Int(test), learningRate: learningRate,
    momentum: momentum)
  training = new
  return Int32(new.net.parameterCount)
}

/// Sets learning rate and momentum of the steps to come.
@_cdecl("set_rates") public func setRates(learningRate: Float, momentum: Float) {
  training?.set(learningRate: learningRate, momentum: momentum)
}

/// - Returns: the loss of the batch that was learned from.
@_cdecl("learn") public func learn() -> Float { training?.step() ?? .nan }

/// - Returns: how many of the first `count` test pictures are recognized.
@_cdecl("correct") public func correct(of count: Int32) -> Int32 {
  Int32(training?.correct(ofFirst: Int(count)) ?? 0)
}

/// - Parameters:
///   - count: how many numbers the page wrote: x and y of each point, two that are negative behind each
///     stroke.
///   - block: whose maps are wanted, 1 or 2.
/// - Returns: how many numbers the answer has: 784 pixels from 0 to 1, ten probabilities, and the maps x,
///   F(x), their sum, and the block's output.
@_cdecl("look") public func look(count: Int32, block: Int32) -> Int32 {
  let strokes = (0..<Int(count) / 2).map { SIMD2(given[2 * $0], given[2 * $0 + 1]) }
    .split { $0.x < 0 }.map { Array($0) }
  return look(at: DrawnDigits.picture(of: strokes), block)
}

/// - Returns: the same for a test picture, and its class behind it.
@_cdecl("look_at_test") public func lookAtTest(number: Int32, block: Int32) -> Int32 {
  guard let test = training?.test else { return 0 }
  return look(at: test.picture(at: Int(number)), block, [Float(test.labels[Int(number)])])
}

private func look(at pixels: [UInt8], _ block: Int32, _ label: [Float] = []) -> Int32 {
  guard let training else { return 0 }
  let image = training.image(pixels)
  let maps = BlockMaps(ofBlock: Int(block), in: training.net, image)
  return reply(
    pixels.map { Float($0) / 255 } + softmax(training.net(image)).scalars + maps.x.scalars
      + maps.residual.scalars + maps.sum.scalars + maps.output.scalars + label)
}

/// - Returns: the names of the net's parameters, each in a line.
@_cdecl("parameter_names") public func parameterNames() -> Int32 {
  reply((training?.net.namedParameters ?? []).map { $0.name }.joined(separator: "\n"))
}

/// Gives the parameter with this number in the list of names what the page wrote.
@_cdecl("set_parameter") public func setParameter(number: Int32, count: Int32) {
  training?.set(parameter: Int(number), to: (0..<Int(count)).map { given[$0] })
}
