/// The Graphviz attributes of a node, an edge, a frame or a whole diagram, in order.
struct Attributes: Sendable, Equatable, ExpressibleByDictionaryLiteral {
  /// Plain text, or an HTML-like label.
  enum Content: Sendable, Equatable {
    case text(String)
    case markup(Markup)
  }

  private(set) var pairs: [Pair] = []

  struct Pair: Sendable, Equatable {
    let name: String
    let value: Content
  }

  init(dictionaryLiteral elements: (String, String)...) {
    for (name, value) in elements { self[name] = .text(value) }
  }

  /// Assigning `nil` removes an attribute; assigning a new value moves it to the end.
  subscript(name: String) -> Content? {
    get { pairs.first { $0.name == name }?.value }
    set {
      pairs.removeAll { $0.name == name }
      if let newValue { pairs.append(Pair(name: name, value: newValue)) }
    }
  }

  /// These attributes, overridden by the others.
  func with(_ others: Attributes) -> Attributes {
    others.pairs.reduce(into: self) { result, pair in result[pair.name] = pair.value }
  }

  func labeled(_ markup: Markup) -> Attributes {
    var copy = self
    copy["label"] = .markup(markup)
    return copy
  }
}
