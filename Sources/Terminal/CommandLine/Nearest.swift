/// The candidate closest to `word`, ignoring case.
///
/// By plain edit distance, `fashon` would be closer to `drawn` (5) than to `fashion-mnist` (7). So the
/// distance to the closest prefix of a candidate decides, and for equal ones the distance to all of it.
public func nearest(to word: String, among candidates: [String]) -> String? {
  candidates.min { distances(word, $0) < distances(word, $1) }
}

private func distances(_ word: String, _ candidate: String) -> (beginning: Int, whole: Int) {
  let row = editDistances(word.lowercased(), candidate.lowercased())
  return (row.min()!, row.last!)
}

/// The edit distance (insertions, deletions, replacements) from `a` to each prefix of `b`.
///
/// The last is the Levenshtein distance to `b` itself.
func editDistances(_ a: String, _ b: String) -> [Int] {
  let b = Array(b)
  // The distances from the prefix of `a` read so far to each prefix of `b`.
  var row = Array(0...b.count)
  for (i, letter) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for j in b.indices {
      let replaced = diagonal + (letter == b[j] ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(replaced, row[j + 1] + 1, row[j] + 1)
    }
  }
  return row
}
