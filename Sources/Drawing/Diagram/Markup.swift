import Sentences

/// A label in the markup that Graphviz calls HTML-like.
///
/// Text gets in only escaped, so that a layer called `"><script>` stays text, and an ampersand never
/// breaks a figure.
struct Markup: Sendable, Equatable {
  /// The markup, without the pointed brackets DOT puts around it.
  private(set) var source: String

  /// Plain text; a backslash is Graphviz' own sign for "the node's name" and the like.
  init(_ text: String) { source = escaped(text).replacing("\\", with: "&#92;") }

  fileprivate init(source: String) { self.source = source }

  static func + (a: Markup, b: Markup) -> Markup { Markup(source: a.source + b.source) }

  static let lineBreak = Markup(source: "<BR/>")
  static let empty = Markup(source: "")

  /// The markup between `<tag attributes>` and `</tag>`.
  func inside(_ tag: String, _ attributes: KeyValuePairs<String, String> = [:]) -> Markup {
    let list = attributes.map { " \($0.key)=\"\(escaped($0.value))\"" }.joined()
    return Markup(source: "<\(tag)\(list)>\(source)</\(tag)>")
  }

  var bold: Markup { styled("B") }
  var italic: Markup { styled("I") }

  func font(size: Double? = nil, color: String) -> Markup {
    guard let size else { return styled("FONT", ["COLOR": color]) }
    return styled("FONT", ["POINT-SIZE": "\(size)", "COLOR": color])
  }

  /// Nothing has no style: Graphviz would take it for a mistake.
  private func styled(_ tag: String, _ attributes: KeyValuePairs<String, String> = [:]) -> Markup {
    self == .empty ? self : inside(tag, attributes)
  }
}

extension Sequence<Markup> {
  /// One behind the other.
  var together: Markup { reduce(.empty, +) }

  /// One under the other, all beginning at the left.
  var leftLines: Markup { map { $0 + Markup(source: "<BR ALIGN=\"LEFT\"/>") }.together }

  /// One under the other.
  var lines: Markup {
    var isFirst = true
    return reduce(.empty) { whole, line in
      defer { isFirst = false }
      return isFirst ? line : whole + .lineBreak + line
    }
  }
}
