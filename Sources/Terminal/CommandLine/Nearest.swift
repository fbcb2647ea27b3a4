/// The candidate that `word` most probably means; capitals do not count.
///
/// Fewer changes turn `fashon` into `drawn` (5) than into `fashion-mnist` (7), yet nobody doubts
/// what was meant. So the distance to the nearest beginning of a candidate decides, and among
/// equals the distance to all of it.
public func nearest(to word: String, among candidates: [String]) -> String? {
  candidates.min { distances(word, $0) < distances(word, $1) }
}

private func distances(_ word: String, _ candidate: String) -> (beginning: Int, whole: Int) {
  let row = editDistances(word.lowercased(), candidate.lowercased())
  return (row.min()!, row.last!)
}

/// How many letters must be put in, taken out or replaced to turn `a` into each beginning of `b`.
///
/// The last is the Levenshtein distance to `b` itself.
func editDistances(_ a: String, _ b: String) -> [Int] {
  let b = Array(b)
  // The distances from what has been read of `a` to each beginning of `b`.
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
