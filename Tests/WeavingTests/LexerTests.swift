import Testing

@testable import Weaving

@Suite struct LexerTests {
  @Test func joinedTokensAreTheSource() throws {
    for file in swiftFiles {
      let text = try repository.text(file)
      #expect(Lexer.tokens(text).map(\.text).joined() == text, "\(file)")
    }
  }

  @Test func everyFileHasBalancedBraces() throws {
    for file in swiftFiles {
      let kinds = Lexer.tokens(try repository.text(file)).map(\.kind)
      let (opened, closed) = (kinds.count { $0 == .opening }, kinds.count { $0 == .closing })
      #expect(opened == closed, "\(file)")
    }
  }

  @Test(arguments: [
    "\"", "\"\\", "\"\\(", "\"\\(a", "#\"", "\"\"\"", "/*", "/* /* */", "`", "`a", "#", "@", "0.",
    "0..<1",
    "\"\\(f(\")\"))\"", "\"a\nb\"", "##\"\\#(a)\"##", ")))", "}{", "'", "\u{0}", "é\u{301}",
    "//\r\n//",
  ])
  func brokenSourceLosesNothing(source: String) {
    #expect(Lexer.tokens(source).map(\.text).joined() == source)
  }

  @Test func aBraceInAStringOpensNothing() {
    let kinds = Lexer.tokens(#"let a = "{\(b { c })}" // {"#).map(\.kind)
    #expect(kinds.filter { $0 == .opening }.count == 1)
    #expect(kinds.filter { $0 == .closing }.count == 1)
  }

  @Test(arguments: [
    ("let", Token.Kind.keyword), ("Tensor", .type), ("3", .number), ("conv2D", .call),
    ("padding", .plain), ("@MainActor", .attribute), ("// end", .comment), ("\"a\"", .string),
  ])
  func wordsAreClassifiedByTheirNeighbors(text: String, kind: Token.Kind) {
    let tokens = Lexer.tokens("@MainActor let a: Tensor = conv2D(3, padding: \"a\") // end")
    #expect(tokens.first { $0.text == text }?.kind == kind)
  }

  @Test func anArgumentLabelIsNoKeyword() {
    let tokens = Lexer.tokens("f(in: x, default: y)")
    #expect(tokens.first { $0.text == "in" }?.kind == .plain)
  }

  @Test func aRangeIsTwoNumbersAndAnOperator() {
    let numbers = Lexer.tokens("0...9 1.5..<2").filter { $0.kind == .number }.map(\.text)
    #expect(numbers == ["0", "9", "1.5", "2"])
  }
}
