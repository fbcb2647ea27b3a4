extension Flowchart {
  /// For each cell whose weights another cell uses, too, the letter of these weights.
  var letters: [Int: String] {
    var users: [Set<Int>: [Int]] = [:]
    for cell in cells.indices {
      let weights = Set(cells[cell].nodes.flatMap { graph.nodes[$0].weights.map(\.line) })
      if !weights.isEmpty { users[weights, default: []].append(cell) }
    }
    let shared = users.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    return shared.enumerated().reduce(into: [:]) { letters, group in
      for cell in group.element { letters[cell] = letter(group.offset) }
    }
  }
}

/// `A` to `Z`, then `AA`.
private func letter(_ number: Int) -> String {
  let last = String(UnicodeScalar(UInt8(65 + number % 26)))
  return number < 26 ? last : letter(number / 26 - 1) + last
}
