import Datasets

/// What is done to a picture before a net sees it, kept with the net for whoever uses it later.
///
/// Its shorter side is made `shorterSide` pixels long, a square of `side` is taken from its middle, and
/// each channel becomes `(pixel / 255 − mean) / deviation`.
public struct Preparation: Codable, Equatable, Sendable {
  /// In pixels; `side` is no longer than `shorterSide`.
  public let shorterSide, side: Int
  /// A number for each channel: one if the net sees gray pictures, three if color ones.
  public let mean, deviation: [Float]
  /// The names of the net's classes, if they are known.
  public let classNames: [String]?

  /// - Parameters:
  ///   - shorterSide: how long the shorter side is made, in pixels.
  ///   - side: of the square that is taken from the middle, in pixels.
  ///   - mean: one number for each channel, subtracted from `pixel / 255`.
  ///   - deviation: one number for each channel; the difference is divided by it.
  ///   - classNames: the names of the net's classes, if they are known.
  public init(
    shorterSide: Int, side: Int, mean: [Float], deviation: [Float], classNames: [String]? = nil
  ) {
    (self.shorterSide, self.side, self.classNames) = (shorterSide, side, classNames)
    (self.mean, self.deviation) = (mean, deviation)
  }

  /// What is done to gray pictures that are square already.
  ///
  /// - Parameters:
  ///   - side: what they are resized to, in pixels.
  ///   - normalize: what is done to each pixel.
  ///   - classNames: the names of the net's classes.
  public init(side: Int, _ normalize: Normalize, classNames: [String]) {
    self.init(
      shorterSide: side, side: side, mean: [normalize.mean], deviation: [normalize.deviation],
      classNames: classNames)
  }
}

extension Preparation {
  /// Why it is impossible, if it is: a file may hold any numbers.
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
