/// A piece of Swift source and its syntactic kind.
struct Token: Equatable {
  enum Kind: String {
    case plain, comment, string, number, keyword, attribute, type, call, member, opening, closing
  }
  var kind: Kind
  var text: String

  /// Whether pages show this kind in a color of its own.
  var isColored: Bool { ![.plain, .member, .opening, .closing].contains(kind) }
}

/// Classifies a word of Swift source by its spelling and its neighbors.
func kind(of word: String, after before: String?, before next: Character) -> Token.Kind {
  let isCapital = word.first!.isUppercase
  if before == "." { return isCapital ? .type : next == "(" ? .call : .member }
  // A keyword as an argument label is a plain word: `f(in: x)`.
  let isName = next == ":" && !["default", "self", "Self"].contains(word)
  if keywords.contains(word), !isName { return .keyword }
  return isCapital ? .type : next == "(" || before == "func" ? .call : .plain
}

private let keywords: Set<String> = [
  "actor", "any", "as", "associatedtype", "async", "await", "borrowing", "break", "case", "catch",
  "class", "consuming", "continue", "convenience", "default", "defer", "deinit", "do", "else",
  "enum", "extension", "fallthrough", "false", "fileprivate", "final", "for", "func", "get",
  "guard", "if", "import", "in", "indirect", "init", "inout", "internal", "is", "lazy", "let",
  "mutating", "nil", "nonisolated", "nonmutating", "open", "operator", "override", "package",
  "precedencegroup", "private", "protocol", "public", "repeat", "required", "rethrows", "return",
  "self", "Self", "sending", "set", "some", "static", "struct", "subscript", "super", "switch",
  "throw", "throws", "true", "try", "typealias", "unowned", "var", "weak", "where", "while",
]
