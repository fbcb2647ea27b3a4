import Autograd

/// The mean of what several seeds gave, with the least and the greatest: `0.914 (0.905 to 0.923)`.
public struct Spread: CustomStringConvertible {
  /// The values' mean, and their extremes; not a number if one of them is not.
  public let mean, least, greatest: Double
  private let values: [Double]
  private let digits: Int

  /// - Parameters:
  ///   - values: at least one.
  ///   - digits: behind the decimal point, where it is printed.
  public init(_ values: [Double], digits: Int = 3) {
    require(!values.isEmpty, "Spread: there are no values; at least one is wanted")
    (self.values, self.digits) = (values, digits)
    mean = values.reduce(0, +) / Double(values.count)
    let isNumber = !values.contains { $0.isNaN }
    (least, greatest) = isNumber ? (values.min()!, values.max()!) : (.nan, .nan)
  }

  /// From the least to the greatest, for the whiskers of a chart; `nil` if one value is not a number.
  public var range: ClosedRange<Double>? { least <= greatest ? least...greatest : nil }

  /// The mean, and the extremes in brackets if they differ.
  public var description: String {
    let lost = values.count { !$0.isFinite }
    if lost > 0 { return "no number in \(lost) of \(values.count)" }
    let (mean, least, greatest) = (text(mean), text(least), text(greatest))
    return least == greatest ? mean : "\(mean) (\(least) to \(greatest))"
  }

  private func text(_ value: Double) -> String { decimals(value, digits) }
}
