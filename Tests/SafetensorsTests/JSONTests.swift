import Testing

@testable import Safetensors

@Suite struct JSONTests {
  func value(_ text: String) throws -> JSON {
    var scanner = JSONScanner(Array(text.utf8))
    return try scanner.value()
  }

  @Test func valuesAreRead() throws {
    #expect(try value("18") == .count(18) && value("0") == .count(0))
    #expect(try value(" -1 ") == .other("-1") && value("1.5e+3") == .other("1.5e+3"))
    #expect(try value("99999999999999999999") == .other("99999999999999999999"))
    #expect(try value("true") == .other("true") && value("null") == .other("null"))
    #expect(
      try value("[ ]") == .array([])
        && value("[1, [2]]") == .array([.count(1), .array([.count(2)])]))
    #expect(try value("{}") == .object([:]))
    #expect(
      try value(#"{"a":1,"b":{"a":2}}"#)
        == .object(["a": .count(1), "b": .object(["a": .count(2)])]))
  }

  @Test func everyEscapeIsRead() throws {
    let text = #""\"\\\/\b\f\n\r\té\u00e9\uD83D\uDE42🙂""#
    #expect(try value(text) == .string("\"\\/\u{8}\u{C}\n\r\téé🙂🙂"))
  }

  @Test(arguments: [
    "", "{", "[", "[1", "[1,", "[1,]", "[,]", "[1 2]", "{1:2}", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#,
    "01", "-", "+1", ".5", "1.", "1e", "nul", "True", "NaN", "'a'", #"""#, #""\"#, #""\x""#,
    #""\u12""#, #""\u12g4""#, #""\ud800""#, #""\ud800\u0041""#, #""\udc00\udc00""#, "\"\n\"",
  ])
  func whatIsNoJSONIsRefused(text: String) {
    #expect(throws: Flaw.self) {
      var scanner = JSONScanner(Array(text.utf8))
      _ = try scanner.value()
      if scanner.next != nil { throw scanner.flaw("more") }
    }
  }

  @Test func depthIsBounded() throws {
    #expect(throws: Flaw.self) { try value(String(repeating: "[", count: 1_000_000)) }
    #expect(throws: Flaw.self) { try value(String(repeating: #"{"a":"#, count: 1_000_000)) }
    #expect(try value("[[[[1]]]]") != .count(1))
  }

  /// A tensor of so many axes would only be there to fill the memory.
  @Test func lengthIsBounded() throws {
    let numbers = { (count: Int) in "[" + String(repeating: "1,", count: count - 1) + "1]" }
    #expect(try value(numbers(1_000)) == .array([JSON](repeating: .count(1), count: 1_000)))
    #expect(throws: Flaw.self) { try value(numbers(1_001)) }
    let members = (0...1_000).map { "\"\($0)\":0" }.joined(separator: ",")
    #expect(throws: Flaw.self) { try value("{\(members)}") }
  }

  @Test func whatIsQuotedIsReadBack() throws {
    let text = "a\"b\\c/\u{0}\u{1}\u{1F}\n\té🙂\u{7F}\u{2028}"
    #expect(try value(JSON.quote(text)) == .string(text))
  }
}
