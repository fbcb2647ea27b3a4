import ArgumentParser

/// What the sweep varies, one at a time: the batch, the size of the images, the depth.
enum SweepAxis: String, CaseIterable, Codable {
  case batch, size, depth

  /// The usual value, which the others have while one is varied, is among them.
  var values: [Int] {
    switch self {
    case .batch: [16, 32, 64, 128, 256, 512]
    case .size: [32, 64, 96, 128, 160, 192, 224]
    case .depth: [18, 34, 50, 101, 152]
    }
  }

  /// The step in which this has the value `value`, and the others their usual ones.
  func step(_ value: Int) -> SweepStep {
    switch self {
    case .batch: SweepStep(.chapter4, depth: 18, batch: value, size: 96)
    case .size: SweepStep(.chapter4, depth: 18, batch: 64, size: value)
    case .depth: SweepStep(.torchvision, depth: value, batch: 64, size: 96)
    }
  }
}

/// One training step whose time the sweep measures.
struct SweepStep: Equatable {
  /// Whose ResNet it is: chapter 4's, for gray images and ten classes, or torchvision's, for a thousand in color.
  enum Family: String { case chapter4, torchvision }

  let family: Family
  let depth, batch, size: Int

  init(_ family: Family, depth: Int, batch: Int, size: Int) {
    (self.family, self.depth, self.batch, self.size) = (family, depth, batch, size)
  }

  /// How long it takes beside others, roughly: what a meter counts.
  var work: Int {
    // Multiplications and additions of torchvision's nets for an image of 224 × 224, in tenths of 10⁹.
    let images = [18: 18, 34: 37, 50: 41, 101: 78, 152: 115]
    return max(1, batch * images[depth, default: 18] * size * size / (18 * 96 * 96))
  }
}

/// As the process that measures it is given it: `chapter4/18/64/96` is the family, the depth, the batch and the size.
extension SweepStep: ExpressibleByArgument {
  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
    let numbers = parts.dropFirst().compactMap { Int($0) }
    guard parts.count == 4, numbers.count == 3, let family = Family(rawValue: String(parts[0])),
      SweepAxis.depth.values.contains(numbers[0]), numbers.allSatisfy({ $0 >= 1 })
    else { return nil }
    self.init(family, depth: numbers[0], batch: numbers[1], size: numbers[2])
  }

  var argument: String { "\(family.rawValue)/\(depth)/\(batch)/\(size)" }
}
