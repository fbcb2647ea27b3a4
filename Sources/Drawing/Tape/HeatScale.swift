import Foundation
import Plots

/// A logarithmic color scale for gradients, which differ by orders of magnitude.
struct HeatScale {
  let low, high: Double

  /// `nil` if no magnitude is above zero.
  init?(_ magnitudes: [Double]) {
    let logarithms = magnitudes.filter { $0 > 0 && $0.isFinite }.map { log10($0) }
    guard let low = logarithms.min(), let high = logarithms.max() else { return nil }
    (self.low, self.high) = (low, max(high, low + 1e-3))
  }

  /// The index into `Color.steps`: 0 for the smallest.
  func step(_ magnitude: Double) -> Int {
    if magnitude <= 0 { return 0 }
    if !magnitude.isFinite { return Color.steps.count - 1 }
    let position = (log10(magnitude) - low) / (high - low)
    return min(max(Int(position * Double(Color.steps.count)), 0), Color.steps.count - 1)
  }

  /// The smallest magnitude of a step.
  func bound(_ step: Int) -> Double {
    pow(10, low + (high - low) * Double(step) / Double(Color.steps.count))
  }
}
