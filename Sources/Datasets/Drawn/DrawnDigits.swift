import Autograd

/// Digits drawn by a program to look handwritten, for when MNIST is not available.
///
/// They have MNIST's format, 28×28 pixels, white on black, and are of similar difficulty, but results on
/// them cannot be compared with results on MNIST.
public enum DrawnDigits {
  /// A data set of drawn digits; the same seed gives the same bytes on every machine.
  ///
  /// The test pictures do not depend on the number of training pictures, nor the other way round.
  public static func dataset(
    training: Int = 12_000, test: Int = 2_000, seed: UInt64 = 1
  ) -> Dataset {
    var random = Random(seed: seed)
    let (first, second) = (random.next(), random.next())
    return Dataset(
      name: "drawn digits", training: pictures(training, seed: first),
      test: pictures(test, seed: second), isDrawn: true)
  }

  private static func pictures(_ count: Int, seed: UInt64) -> LabeledImages {
    require(count >= 0, "DrawnDigits: \(count) pictures were asked for; wanted is 0 or more")
    var random = Random(seed: seed)
    var pixels: [UInt8] = []
    pixels.reserveCapacity(count * Paper.side * Paper.side)
    let labels = (0..<count).map { _ in random.number(below: 10) }
    for label in labels { pixels += picture(of: label, using: &random) }
    return LabeledImages(
      pixels: pixels, labels: labels, height: Paper.side, width: Paper.side,
      classNames: (0...9).map(String.init))
  }

  private static func picture(of digit: Int, using random: inout Random) -> [UInt8] {
    let variants = DigitShapes.all[digit]
    let shape = variants[random.number(below: variants.count)]
    let hand = Hand(using: &random)
    var paper = Paper()
    for stroke in shape {
      let path = stroke.moved { hand.shaken($0, using: &random) }.path
      paper.draw(path.map(hand.place), radii: hand.radii)
    }
    return paper.pixels(ink: hand.ink)
  }
}
