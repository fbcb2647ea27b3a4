import Foundation
import Plots

/// Colours for sizes that lie orders of magnitude apart.
struct HeatScale {
  let low, high: Double

  /// `nil` if no size is above zero.
  init?(_ sizes: [Double]) {
    let seen = sizes.filter { $0 > 0 && $0.isFinite }.map { log10($0) }
    guard let low = seen.min(), let high = seen.max() else { return nil }
    (self.low, self.high) = (low, max(high, low + 1e-3))
  }

  /// From 0, the smallest, to 6.
  func step(_ size: Double) -> Int {
    if size <= 0 { return 0 }
    if !size.isFinite { return Color.steps.count - 1 }
    let share = (log10(size) - low) / (high - low)
    return min(max(Int(share * Double(Color.steps.count)), 0), Color.steps.count - 1)
  }

  /// The least size of each step.
  func bound(_ step: Int) -> Double {
    pow(10, low + (high - low) * Double(step) / Double(Color.steps.count))
  }
}

/// A size with two digits that count: `0.0012`, `3.4e-07`.
func rounded(_ size: Double) -> String {
  if size == 0 || (0.001..<1000).contains(size) {
    return String(format: size < 0.1 ? "%.4f" : size < 10 ? "%.2f" : "%.0f", size)
  }
  return String(format: "%.1e", size)
}
