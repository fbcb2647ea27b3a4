import Autograd

// What a page asks of the variants of chapter 3's block.

/// The map of one channel of the first digit, and how far each variant's output is from another's.
///
/// - Returns: how many numbers there are: 14 · 14 of x, then for each of the five variants the side of its map
///   (0 if there is no such block), its root mean square, two distances (`OutputDistance`) and its map.
@_cdecl("variants") public func variants(
  seed: UInt32, stride: Int32, batches: Int32, isTraining: Int32, channel: Int32, reference: Int32
) -> Int32 {
  let variants = BlockVariants(seed: UInt64(seed), stride: Int(stride), batches: Int(batches))
  let outputs = variants.outputs(isTraining: isTraining != 0)
  let compared = outputs[Int(reference)]
  var numbers = map(variants.x, Int(channel) % BlockVariants.channels)
  for output in outputs {
    guard let output else {
      numbers += [0, 0, 0, 0]
      continue
    }
    let size = (output.scalars.reduce(0) { $0 + $1 * $1 } / Float(output.count)).squareRoot()
    let distance = compared.map { OutputDistance(output, $0) }
    numbers += [
      Float(output.shape[2]), size, distance?.largest ?? .nan,
      distance?.largestWithinChannels ?? .nan,
    ]
    numbers += map(output, Int(channel))
  }
  return reply(numbers)
}

private func map(_ x: Tensor, _ channel: Int) -> [Float] {
  let area = x.shape[2] * x.shape[3]
  return Array(x.scalars[channel * area..<(channel + 1) * area])
}
