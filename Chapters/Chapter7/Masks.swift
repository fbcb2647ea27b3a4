import Autograd
import Notebook

/// Which pixels a net took for clothing, against those that are.
struct Masks: Encodable {
  /// Pixels in both answer and truth, and in at least one; of a net, and of the noisy pixels themselves.
  private(set) var both = 0, either = 0, bothBright = 0, eitherBright = 0
  /// The first three pictures: with noise, the truth, the answer.
  private(set) var pictures: [[[UInt8]]] = []

  var ratio: Double { Double(both) / Double(either) }
  var bright: Double { Double(bothBright) / Double(eitherBright) }

  mutating func add(noisy: Tensor, known: [Int], predicted: [Int], bright: [Int]) {
    for (i, pixel) in known.enumerated() {
      both += pixel & predicted[i]
      either += pixel | predicted[i]
      bothBright += pixel & bright[i]
      eitherBright += pixel | bright[i]
    }
    let area = noisy.shape[2] * noisy.shape[3]
    let scalars = noisy.scalars
    for n in 0..<noisy.shape[0] where pictures.count < 3 {
      let range = n * area..<(n + 1) * area
      pictures.append([
        scalars[range].map { UInt8(max(0, min(255, 85 + 64 * $0))) },
        known[range].map { UInt8(255 * $0) }, predicted[range].map { UInt8(255 * $0) },
      ])
    }
  }
}

extension [Trial<Bool, Masks>] {
  /// The first pictures with noise, what is clothing, and what the net takes for it with shortcuts and without.
  var maskPictures: [GrayImage] {
    guard let with = of(true).first?.pictures, let without = of(false).first?.pictures else {
      return []
    }
    return zip(with, without).flatMap { with, without in
      zip(["noisy", "clothing", "with shortcuts", "without"], with + [without[2]]).map {
        GrayImage($1, height: 28, width: 28, caption: $0)
      }
    }
  }
}

/// Intersection over union, with shortcuts, without, and without a net.
func maskTable(_ trials: [Trial<Bool, Masks>]) -> Table {
  var table = Table("net", "intersection over union")
  for hasShortcuts in [true, false] {
    guard let ratio = trials.spread(of: hasShortcuts, \.ratio) else { continue }
    table.add(hasShortcuts ? "with shortcuts" : "without", ratio)
  }
  if let bright = trials.spread(of: true, \.bright) {
    table.add("none: each noisy pixel above the mean", bright)
  }
  return table
}
