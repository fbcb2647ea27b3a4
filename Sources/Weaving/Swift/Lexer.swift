/// Divides Swift source into tokens, precisely enough for syntax colors and for the depth of braces.
///
/// It is not a parser: it handles nested comments and all kinds of string literals with their
/// interpolations, and classifies words by their neighbors. Joined, the tokens are the source.
struct Lexer {
  private let source: [Character]
  private var at = 0
  private var tokens: [Token] = []

  static func tokens(_ source: String) -> [Token] {
    var lexer = Lexer(source: Array(source))
    lexer.run(untilClosed: false)
    return lexer.tokens
  }

  private init(source: [Character]) { self.source = source }

  /// Scans to the end, or to the parenthesis that closes an interpolation.
  private mutating func run(untilClosed: Bool) {
    var depth = 0
    while at < source.count {
      let c = source[at]
      if c == "/", starts("//") {
        take(.comment) { !$0.isNewline }
      } else if c == "/", starts("/*") {
        blockComment()
      } else if c == "\"" || c == "#" && source[at...].first(where: { $0 != "#" }) == "\"" {
        string()
      } else if c == "#", starts("#/") {
        regularExpression()
      } else if c == "#" || c == "@" {
        at += 1
        take(.attribute, from: at - 1, while: isWord)
      } else if c.isNumber {
        number()
      } else if isWord(c) {
        take(.plain, while: isWord)
        classify()
      } else if c == "`" {
        quotedName()
      } else {
        if c == "(" { depth += 1 }
        if c == ")" {
          if untilClosed, depth == 0 { return }
          depth -= 1
        }
        at += 1
        let kind: Token.Kind = c == "{" ? .opening : c == "}" ? .closing : .plain
        tokens.append(Token(kind: kind, text: String(c)))
      }
    }
  }

  private func starts(_ text: String) -> Bool { source[at...].starts(with: text) }

  private mutating func take(
    _ kind: Token.Kind, from start: Int? = nil, while test: (Character) -> Bool
  ) {
    let start = start ?? at
    while at < source.count, test(source[at]) { at += 1 }
    tokens.append(Token(kind: kind, text: String(source[start..<at])))
  }

  /// Scans a number, which ends before a range operator: `0...9` is two numbers and an operator.
  private mutating func number() {
    let start = at
    while at < source.count, isWord(source[at]) || isPoint(at) { at += 1 }
    tokens.append(Token(kind: .number, text: String(source[start..<at])))
  }

  private func isPoint(_ i: Int) -> Bool {
    source[i] == "." && i + 1 < source.count && source[i + 1].isNumber
  }

  private mutating func quotedName() {
    let end = source[(at + 1)...].firstIndex(of: "`").map { $0 + 1 } ?? source.count
    tokens.append(Token(kind: .plain, text: String(source[at..<end])))
    at = end
  }

  private mutating func blockComment() {
    let start = at
    var depth = 0
    repeat {
      if starts("/*") {
        (depth, at) = (depth + 1, at + 2)
      } else if starts("*/") {
        (depth, at) = (depth - 1, at + 2)
      } else {
        at += 1
      }
    } while depth > 0 && at < source.count
    tokens.append(Token(kind: .comment, text: String(source[start..<min(at, source.count)])))
  }

  private mutating func string() {
    let hashes = String(source[at...].prefix { $0 == "#" })
    var start = at
    at += hashes.count
    // `#"""#` is a string of one quotation mark; a multiline string has a line break after its opening quotes.
    let opensLines = starts("\"\"\"") && (hashes.isEmpty || starts("\"\"\"\n"))
    let quotes = opensLines ? "\"\"\"" : "\""
    at += quotes.count
    while at < source.count {
      if starts(quotes + hashes) {
        at += quotes.count + hashes.count
        break
      }
      if starts("\\" + hashes + "(") {
        at += hashes.count + 2
        tokens.append(Token(kind: .string, text: String(source[start..<at])))
        run(untilClosed: true)
        start = at
        at += 1
      } else if starts("\\" + hashes) {
        at += hashes.count + 2
      } else if source[at].isNewline, quotes.count == 1 {
        break
      } else {
        at += 1
      }
    }
    at = min(at, source.count)
    // After an interpolation that is never closed nothing is left.
    if start < at { tokens.append(Token(kind: .string, text: String(source[start..<at]))) }
  }

  /// One between number signs, on one line: `#/[{}]/#`.
  private mutating func regularExpression() {
    let start = at
    at += 2
    while at < source.count, !starts("/#"), !source[at].isNewline { at += 1 }
    if starts("/#") { at += 2 }
    tokens.append(Token(kind: .string, text: String(source[start..<at])))
  }

  /// Classifies the word just scanned.
  private mutating func classify() {
    let before = tokens.dropLast().last { !$0.text.allSatisfy(\.isWhitespace) }?.text
    let next = at < source.count ? source[at] : " "
    tokens[tokens.count - 1].kind = kind(of: tokens.last!.text, after: before, before: next)
  }
}

private func isWord(_ c: Character) -> Bool { c.isLetter || c.isNumber || c == "_" || c == "$" }
