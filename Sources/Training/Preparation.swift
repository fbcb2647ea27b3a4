import Datasets

/// What is done to a picture before a net sees it, kept with the net for whoever uses it later.
///
/// Its shorter side is made `shorterSide` pixels long, a square of `side` is taken from its middle, and
/// each channel becomes `(pixel / 255 − mean) / deviation`.
public struct Preparation: Codable, Equatable, Sendable {
  /// In pixels; `side` is no longer than `shorterSide`.
  public let shorterSide, side: Int
  /// A number for each channel: one for gray pictures, three for color.
  public let mean, deviation: [Float]
  /// What the net's classes are called, if anybody said.
  public let classNames: [String]?

  public init(
    shorterSide: Int, side: Int, mean: [Float], deviation: [Float], classNames: [String]? = nil
  ) {
    (self.shorterSide, self.side, self.classNames) = (shorterSide, side, classNames)
    (self.mean, self.deviation) = (mean, deviation)
  }

  /// The preparation of gray pictures that are square already.
  public init(side: Int, _ normalize: Normalize, classNames: [String]) {
    self.init(
      shorterSide: side, side: side, mean: [normalize.mean], deviation: [normalize.deviation],
      classNames: classNames)
  }
}

extension Preparation {
  /// What makes it impossible, if anything: a file may say what it likes.
  var flaw: String? {
    guard 1...1024 ~= shorterSide, 1...shorterSide ~= side else {
      return "\(side) pixels each way, from a shorter side of \(shorterSide)"
    }
    guard [1, 3].contains(mean.count), mean.count == deviation.count else {
      return "\(mean.count) means and \(deviation.count) deviations"
    }
    guard mean.allSatisfy(\.isFinite), deviation.allSatisfy({ $0.isFinite && $0 > 0 }) else {
      return "a mean of \(mean) and a deviation of \(deviation)"
    }
    return nil
  }
}
