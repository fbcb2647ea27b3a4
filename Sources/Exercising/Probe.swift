import Foundation

/// What a check computes with the code under test: numbers by name.
public struct Probe {
  /// Drawn anew for each check, the same for the original and for the learner's program.
  public let seed: UInt64
  private var lines: [String] = []

  package init(seed: UInt64) { self.seed = seed }

  /// Tells some numbers.
  ///
  /// - Parameters:
  ///   - name: what they are, as a sentence about them begins: `the gradient where x < 0`.
  ///   - numbers: as the code under test computed them.
  ///   - tolerance: how far each may be from the original's, as a share of 1 + |x|.
  public mutating func tell(_ name: String, _ numbers: [Double], within tolerance: Double = 1e-4) {
    lines.append(Told(name: name, value: .numbers(numbers), tolerance: tolerance).line)
  }

  /// Tells numbers of single precision.
  public mutating func tell(_ name: String, _ numbers: [Float], within tolerance: Double = 1e-4) {
    tell(name, numbers.map(Double.init), within: tolerance)
  }

  /// Tells a number.
  public mutating func tell(_ name: String, _ number: Double, within tolerance: Double = 1e-4) {
    tell(name, [number], within: tolerance)
  }

  /// Tells whole numbers, such as a shape.
  public mutating func tell(_ name: String, _ numbers: [Int]) {
    tell(name, numbers.map(Double.init), within: 0)
  }

  /// Tells a whole number, such as a count.
  public mutating func tell(_ name: String, _ number: Int) { tell(name, [number]) }

  /// Tells words, such as names of parameters.
  public mutating func tell(_ name: String, words: [String]) {
    lines.append(Told(name: name, value: .words(words), tolerance: 0).line)
  }

  /// What was told so far, a line each.
  package var report: String { lines.joined(separator: "\n") }
}

/// Something a probe told.
package struct Told: Equatable, Sendable {
  package enum Value: Equatable, Sendable, CustomStringConvertible {
    case numbers([Double])
    case words([String])

    package var description: String {
      switch self {
      case .numbers(let numbers): short(numbers)
      case .words(let words): words.joined(separator: ", ")
      }
    }
  }

  package let name: String
  package let value: Value
  package let tolerance: Double

  package init(name: String, value: Value, tolerance: Double) {
    (self.name, self.value, self.tolerance) = (name, value, tolerance)
  }

  /// `name`, tolerance, kind, and what was told, with tabs between them.
  var line: String {
    let fields =
      switch value {
      case .numbers(let numbers): ["numbers"] + numbers.map { "\($0)" }
      case .words(let words): ["words"] + words.map(oneLine)
      }
    return ([oneLine(name), "\(tolerance)"] + fields).joined(separator: "\t")
  }

  /// `nil` if the line is none that a probe writes.
  init?(line: String) {
    let fields = line.components(separatedBy: "\t")
    guard fields.count >= 3, let tolerance = Double(fields[1]) else { return nil }
    switch fields[2] {
    case "numbers":
      let numbers = fields[3...].map { Double($0) }
      guard numbers.allSatisfy({ $0 != nil }) else { return nil }
      value = .numbers(numbers.map { $0! })
    case "words": value = .words(Array(fields[3...]))
    default: return nil
    }
    (name, self.tolerance) = (fields[0], tolerance)
  }
}

private func oneLine(_ text: String) -> String {
  String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
}
