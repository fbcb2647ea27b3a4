import Foundation

/// What a meter counts, which decides how counts and rates are written.
public enum MeterUnit: Sendable {
  /// Steps: 187/300, 163/s.
  case steps

  /// Bytes: 6.1 of 9.9 MB, 4.9 MB/s, where a MB is a million bytes.
  case bytes

  func count(_ done: Int, of total: Int) -> String {
    switch self {
    case .steps:
      return "\(done)".padded(to: "\(total)".count, .right) + "/\(total)"
    case .bytes:
      let scale = ByteScale(for: Double(total))
      let whole = scale.number(Double(total))
      return scale.number(Double(done)).padded(to: whole.count, .right)
        + " of \(whole) \(scale.name)"
    }
  }

  func rate(secondsPerStep seconds: Double) -> String {
    switch self {
    case .steps:
      return seconds <= 1 ? "\(brief(1 / seconds))/s" : "\(brief(seconds)) s each"
    case .bytes:
      let scale = ByteScale(for: 1 / seconds)
      return "\(scale.number(1 / seconds)) \(scale.name)/s"
    }
  }
}

/// The largest unit that is not larger than a number of bytes.
private struct ByteScale {
  let name: String
  private let size: Double

  init(for bytes: Double) {
    (name, size) =
      bytes >= 1e9
      ? ("GB", 1e9) : bytes >= 1e6 ? ("MB", 1e6) : bytes >= 1e3 ? ("kB", 1e3) : ("B", 1)
  }

  func number(_ bytes: Double) -> String {
    String(format: size == 1 ? "%.0f" : "%.1f", bytes / size)
  }
}

private func brief(_ number: Double) -> String {
  String(format: number >= 100 ? "%.0f" : "%.1f", number)
}
