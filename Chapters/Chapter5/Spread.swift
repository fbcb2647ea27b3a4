import Foundation

/// The mean of what several seeds gave, with the least and the greatest: `0.914 (0.905 to 0.923)`.
struct Spread: CustomStringConvertible {
  let mean, least, greatest: Double
  private let digits: Int

  /// - Parameters:
  ///   - values: at least one.
  ///   - digits: behind the point, where it is printed.
  init(_ values: [Double], digits: Int = 3) {
    mean = values.reduce(0, +) / Double(values.count)
    (least, greatest) = (values.min() ?? .nan, values.max() ?? .nan)
    self.digits = digits
  }

  var description: String {
    let (mean, least, greatest) = (text(mean), text(least), text(greatest))
    return least == greatest ? mean : "\(mean) (\(least) to \(greatest))"
  }

  private func text(_ value: Double) -> String { String(format: "%.\(digits)f", value) }
}
