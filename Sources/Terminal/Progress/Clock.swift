/// A duration in minutes and seconds, 1:05, or with hours, 2:03:04.
package func clock(_ seconds: Double) -> String {
  // After a step that stalled, the estimate can be years.
  guard seconds.isFinite, seconds < 3_600_000 else { return "over 1000 hours" }
  let total = Int(max(0, seconds).rounded())
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  let (minutes, rest) = (total / 60, two(total % 60))
  return minutes < 60 ? "\(minutes):\(rest)" : "\(minutes / 60):\(two(minutes % 60)):\(rest)"
}
