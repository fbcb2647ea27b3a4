import Sentences

/// An HTML-like label of Graphviz.
///
/// All text is escaped, so that a layer called `"><script>` stays text.
struct Markup: Sendable, Equatable {
  /// The markup, without the angle brackets that DOT puts around it.
  private(set) var source: String

  /// A backslash is escaped, too, and kept apart from the letter behind it by an invisible word joiner:
  /// Graphviz reads `\N` as the name of the node, and in tables even `&#92;N`.
  init(_ text: String) {
    source = escaped(text).replacing("\\", with: "&#92;\u{2060}")
  }
  fileprivate init(source: String) { self.source = source }

  static func + (a: Markup, b: Markup) -> Markup { Markup(source: a.source + b.source) }

  static let lineBreak = Markup(source: "<BR/>")
  static let empty = Markup(source: "")

  /// The markup between `<tag attributes>` and `</tag>`.
  func inside(_ tag: String, _ attributes: KeyValuePairs<String, String> = [:]) -> Markup {
    let list = attributes.map { " \($0.key)=\"\(Markup($0.value).source)\"" }.joined()
    return Markup(source: "<\(tag)\(list)>\(source)</\(tag)>")
  }

  var bold: Markup { styled("B") }
  var italic: Markup { styled("I") }

  func font(size: Double? = nil, color: String) -> Markup {
    guard let size else { return styled("FONT", ["COLOR": color]) }
    return styled("FONT", ["POINT-SIZE": "\(size)", "COLOR": color])
  }

  /// Empty markup gets no tags: Graphviz rejects an empty element.
  private func styled(_ tag: String, _ attributes: KeyValuePairs<String, String> = [:]) -> Markup {
    self == .empty ? self : inside(tag, attributes)
  }
}

extension Sequence<Markup> {
  /// The elements, concatenated.
  var concatenated: Markup { reduce(.empty, +) }

  /// Each on a line of its own, aligned left.
  var leftLines: Markup { map { $0 + Markup(source: "<BR ALIGN=\"LEFT\"/>") }.concatenated }

  /// Each on a line of its own, centered.
  var lines: Markup {
    var isFirst = true
    return reduce(.empty) { whole, line in
      defer { isFirst = false }
      return isFirst ? line : whole + .lineBreak + line
    }
  }
}
