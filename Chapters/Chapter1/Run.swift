import Notebook

/// How the training of one net from one seed went.
struct Run: Encodable {
  let name: String
  let seed: UInt64

  /// Of every batch, just before the net learned from it.
  let losses: [Double]

  /// The mean of the last epoch's.
  let loss: Double

  /// The mean of the last fifty.
  var lossAtEnd: Double { losses.suffix(50).reduce(0, +) / Double(min(50, losses.count)) }

  /// The share of test pictures recognized at the end.
  let accuracy: Double

  /// Means of `length` losses in a row: a line that can be read.
  func smoothed(over length: Int) -> [Double] {
    stride(from: 0, to: losses.count - length + 1, by: length).map {
      losses[$0..<$0 + length].reduce(0, +) / Double(length)
    }
  }
}

/// How the trainings of each net went: means, and the least and the greatest if there are more seeds.
func runTable(_ runs: [Run], _ loss: KeyPath<Run, Double>, _ title: String) -> Table {
  var table = Table("net", title, "test accuracy")
  for name in runs.names {
    let same = runs.named(name)
    table.add(name, same.spread(loss), same.spread(\.accuracy))
  }
  return table
}

extension [Run] {
  func named(_ name: String) -> [Run] { filter { $0.name == name } }

  /// The names in the order they first come.
  var names: [String] { reduce(into: []) { if !$0.contains($1.name) { $0.append($1.name) } } }

  func mean(_ value: KeyPath<Run, Double>) -> Double {
    reduce(0) { $0 + $1[keyPath: value] } / Double(count)
  }

  /// The least and the greatest, as text, with the mean before them: `0.914 (0.905 to 0.923)`.
  func spread(_ value: KeyPath<Run, Double>) -> String {
    let values = map { $0[keyPath: value] }
    let lost = values.count { !$0.isFinite }
    guard lost == 0, let least = values.min(), let greatest = values.max() else {
      return "no number in \(lost) of \(count)"
    }
    let texts = [mean(value), least, greatest].map { "\(($0 * 1000).rounded() / 1000)" }
    return count == 1 ? texts[0] : "\(texts[0]) (\(texts[1]) to \(texts[2]))"
  }
}
