/// An SVG figure embedded in a page, following the page's theme instead of the system's.
struct Figure {
  /// The `svg` element, without title, description and style, which only a file needs.
  let svg: String
  /// CSS rules that replace each light color with its dark one: `[fill='#2f6fb3']{fill:#6aa8e8}`.
  let nightRules: Set<String>

  /// Whether it is more than twice as high as wide, so that two fit side by side.
  var isTall: Bool { size.map { $0.height > 2 * $0.width } ?? false }

  /// Whether it is wider than high, so that on a phone held upright it would be small.
  var isWide: Bool { size.map { $0.width > 1.3 * $0.height } ?? false }

  /// Whether it is a whole slide, of 960 × 540 points.
  var isSlide: Bool { size.map { $0 == (960, 540) } ?? false }

  /// The drawing of a whole slide without its sentence, the text of 26 points, which stands where a deck has the
  /// claim.
  var withoutClaim: String {
    svg.replacing(
      #/<text [^>]*font-size="26"[^>]*>(?:[^<]|<tspan[^>]*>|<\/tspan>)*<\/text>/#, with: "")
  }

  private var size: (width: Double, height: Double)? {
    svg.firstMatch(of: #/viewBox="\S+ \S+ ([\d.]+) ([\d.]+)"/#)
      .map { (Double($0.1)!, Double($0.2)!) }
  }

  init(file: String) {
    var svg = Substring(file)
    svg = svg[(svg.range(of: "<svg")?.lowerBound ?? svg.startIndex)...]
    // Browsers would show the title as a tooltip over the whole figure.
    for tag in ["title", "desc"] { svg.removeFirst(between: "<\(tag)>", and: "</\(tag)>\n") }
    let style = svg.removeFirst(between: "<style>", and: "</style>\n")
    nightRules = Set(style.matches(of: #/\[[^{}]*\]\{[^{}]*\}/#).map { String($0.0) })
    self.svg = svg.trimmingSuffix { $0.isNewline }
  }

  /// A style sheet of these rules for the screen; print keeps the light colors.
  static func nightSheet(_ rules: Set<String>) -> String {
    let lines = rules.sorted().map { ":root[data-theme=\"dark\"] figure svg \($0)" }
    return "@media screen {\n" + lines.joined(separator: "\n") + "\n}\n"
  }
}

/// The figures of the book; each file is read once.
final class FigureStore {
  private let repository: Repository
  private var figures: [String: Figure] = [:]

  init(_ repository: Repository) { self.repository = repository }

  func figure(_ path: String) throws -> Figure {
    if let figure = figures[path] { return figure }
    let figure = Figure(file: try repository.text(path))
    figures[path] = figure
    return figure
  }

  /// The version of a figure for phones, beside its file; `nil` if there is none.
  func phone(_ path: String) throws -> Figure? {
    let name = FigureVersion.phone(of: path)
    return repository.exists(name) ? try figure(name) : nil
  }

  /// The still picture of a lab; `nil` if there is none yet.
  func still(_ lab: Lab) throws -> Figure? {
    repository.exists(lab.still) ? try figure(lab.still) : nil
  }

  /// The CSS rules of their dark colors.
  var rules: Set<String> { figures.values.reduce(into: []) { $0.formUnion($1.nightRules) } }
}

extension Substring {
  /// Removes the first piece from `start` to `end`, and returns the text between them.
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
