import Plots

/// Weights that several cells of a chart use, marked by a letter and counted once.
struct SharedWeights {
  /// `A`, `B` and so on.
  let letter: String
  /// The cells that use them, at least two.
  let cells: [Int]
  /// How many parameters they are.
  let count: Int
}

extension Flowchart {
  /// All of them, in the order of their first uses.
  ///
  /// - Parameter first: how many letters other charts of the same figure have.
  func sharedWeights(from first: Int = 0) -> [SharedWeights] {
    var users: [Set<Int>: [Int]] = [:]
    for cell in cells.indices {
      let weights = Set(cells[cell].nodes.flatMap { graph.nodes[$0].weights.map(\.line) })
      if !weights.isEmpty { users[weights, default: []].append(cell) }
    }
    let shared = users.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    return shared.enumerated().map { number, group in
      let count = graph.parameterCount(of: cells[group[0]].nodes)
      return SharedWeights(letter: letter(first + number), cells: group, count: count)
    }
  }
}

extension [SharedWeights] {
  /// The letter of each cell that has one.
  var letters: [Int: String] {
    reduce(into: [:]) { letters, shared in
      for cell in shared.cells { letters[cell] = shared.letter }
    }
  }
}

extension Plan {
  /// The plan with a line below it for each letter: `A: weights used twice, 36 928 parameters`.
  func explaining(_ shared: [SharedWeights], _ words: Words, _ sizes: Sizes, left: Double) -> Plan {
    let notes = shared.map { weights in
      let (uses, count) = (weights.cells.count, words.parameters(weights.count))
      return uses == 2
        ? words(.sharedTwice, weights.letter, count)
        : words(.sharedTimes, weights.letter, "\(uses)", count)
    }
    return adding(notes: notes, sizes, left: left)
  }
}

/// `A` to `Z`, then `AA`.
private func letter(_ number: Int) -> String {
  let last = String(UnicodeScalar(UInt8(65 + number % 26)))
  return number < 26 ? last : letter(number / 26 - 1) + last
}
