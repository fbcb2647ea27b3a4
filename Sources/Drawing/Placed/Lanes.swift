/// The lanes beside a net, on which its shortcuts run.
extension Panel {
  /// The lane of each shortcut: an outer one runs farther from the boxes than those it goes around.
  var lanes: [Int] {
    var lanes = [Int](repeating: 0, count: shortcuts.count)
    let byLength = shortcuts.indices.sorted {
      (shortcuts[$0].last - shortcuts[$0].first, $0) < (
        shortcuts[$1].last - shortcuts[$1].first, $1
      )
    }
    for (n, i) in byLength.enumerated() {
      let shorter = byLength[..<n].filter {
        shortcuts[$0].first <= shortcuts[i].last && shortcuts[i].first <= shortcuts[$0].last
      }
      lanes[i] = (shorter.map { lanes[$0] }.max() ?? -1) + 1
    }
    return lanes
  }
}
