/// The stored properties of each class at the top level of a file, in the order they are declared.
///
/// They stand in for `Mirror`, which Embedded Swift does not have. A test compares both for every net.
struct StoredProperties {
  /// The names of the properties of each class.
  private(set) var classes: [(name: String, properties: [String])] = []

  init(of source: String) {
    let tokens = Lexer.tokens(source).filter {
      $0.kind != .comment && ($0.text.contains("\n") || !$0.text.allSatisfy(\.isWhitespace))
    }
    var (depth, isInClass) = (0, false)
    for (i, token) in tokens.enumerated() {
      if depth == 0, token.kind == .keyword, token.text == "class" {
        classes.append((tokens[i + 1].text, []))
        isInClass = true
      }
      if isInClass, depth == 1, token.kind == .keyword, ["let", "var"].contains(token.text) {
        classes[classes.count - 1].properties += Self.stored(tokens[i...], after: tokens[..<i])
      }
      if token.kind == .opening { depth += 1 }
      if token.kind == .closing {
        depth -= 1
        if depth == 0 { isInClass = false }
      }
    }
  }

  /// The source with a list of parts behind it for each class; in the same file, it may name what is private.
  static func listed(_ source: String) -> String {
    source
      + Self(of: source).classes.map { name, properties in
        let lines = properties.map { "    addParts(of: \($0), \"\($0)\", to: &parts)\n" }.joined()
        return """

          extension \(name) {
            public var parts: [Part] {
              var parts: [Part] = []
          \(lines)    return parts
            }
          }

          """
      }.joined()
  }

  /// The names that a declaration has, unless they are those of static or computed properties.
  private static func stored(_ declaration: ArraySlice<Token>, after before: ArraySlice<Token>)
    -> [String]
  {
    let isStatic = before.reversed().prefix { !$0.text.contains("\n") }
      .contains { $0.text == "static" }
    let names = declaration.dropFirst().prefix { ![":", "=", "{"].contains($0.text) }
    let rest = declaration.dropFirst(names.count + 1)
    let line = rest.prefix { !$0.text.contains("\n") }.map(\.text)
    let isComputed =
      declaration.first!.text == "var" && line.contains("{") && !line.contains("=")
      && !observers.contains(
        rest.drop { $0.text != "{" }.dropFirst().first { !$0.text.contains("\n") }?.text ?? "")
    return isStatic || isComputed ? [] : names.map(\.text).filter { $0 != "," }
  }

  private static let observers = ["didSet", "willSet"]
}
