/// A figure as part of a page, whose light switch it then obeys instead of the system's.
struct Figure {
  /// The drawing, without what belongs to a file of its own.
  let svg: String
  /// For each colour by day the one by night: `[fill='#2f6fb3']{fill:#6aa8e8}`.
  let nightRules: Set<String>

  /// Whether two of its kind fit side by side.
  var isTall: Bool {
    guard let size = svg.firstMatch(of: #/viewBox="\S+ \S+ ([\d.]+) ([\d.]+)"/#) else {
      return false
    }
    return Double(size.2)! > 2 * Double(size.1)!
  }

  init(file: String) {
    var svg = Substring(file)
    svg = svg[(svg.range(of: "<svg")?.lowerBound ?? svg.startIndex)...]
    // The name of the whole would pop up wherever the mouse rests.
    for tag in ["title", "desc"] { svg.removeFirst(between: "<\(tag)>", and: "</\(tag)>\n") }
    let style = svg.removeFirst(between: "<style>", and: "</style>\n")
    nightRules = Set(style.matches(of: #/\[[^{}]*\]\{[^{}]*\}/#).map { String($0.0) })
    self.svg = svg.trimmingSuffix { $0.isNewline }
  }

  /// The rules of several figures as a style sheet; on paper the day's colours stay.
  static func nightSheet(_ rules: Set<String>) -> String {
    let lines = rules.sorted().map { ":root[data-theme=\"dark\"] figure svg \($0)" }
    return "@media screen {\n" + lines.joined(separator: "\n") + "\n}\n"
  }
}

extension Substring {
  /// Takes out the first piece that begins and ends so, and returns what stood between.
  @discardableResult
  fileprivate mutating func removeFirst(between start: String, and end: String) -> String {
    guard let from = range(of: start), let to = self[from.upperBound...].range(of: end) else {
      return ""
    }
    let inside = String(self[from.upperBound..<to.lowerBound])
    self = self[..<from.lowerBound] + self[to.upperBound...]
    return inside
  }

  fileprivate func trimmingSuffix(while test: (Character) -> Bool) -> String {
    String(reversed().drop(while: test).reversed())
  }
}
