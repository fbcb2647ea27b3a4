import Testing

@testable import Weaving

/// What the terminal prints below a title stands in the prose of the section with that title.
@Suite struct LeadSentenceTests {
  @Test(arguments: try repository.chapters())
  func everyTitleIsThatOfItsSectionAndEveryLeadStandsInItsProse(number: Int) throws {
    let cells = try repository.source(of: number).cells
    let titles = calls(in: cells)
    #expect(titles.count > 5)
    for call in titles {
      #expect(call.section?.title == call.title, "\(call.place): no section above has this title")
      guard let lead = call.lead else { continue }
      #expect(
        call.section?.prose.contains(oneLine(lead)) == true,
        "\(call.place): \"\(lead)\" is not in the prose of its section")
      #expect(lead.hasSuffix(".") || lead.hasSuffix("?"), "\(call.place): a lead is a sentence")
      #expect(!lead.contains("$"), "\(call.place): a terminal cannot show a formula")
    }
  }

  @Test func aLeadIsComparedWithItsOwnSection() throws {
    let cells = try ChapterSource(
      """
      // # T
      //
      // ## A
      //
      // One \\(two)
      // three. More.

      heading(
        "A",
        "One \\\\(two) "
          + "three.")

      // And more.

      // ### B
      //
      // Other words.

      heading("B", "And more.")
      heading("B")
      """
    ).cells
    let calls = calls(in: cells)
    #expect(calls.map(\.title) == ["A", "B", "B"])
    #expect(calls.map(\.section?.title) == ["A", "B", "B"])
    #expect(calls[0].section?.prose == "One \\(two) three. More. And more.")
    #expect(calls.map(\.lead) == ["One \\(two) three.", "And more.", nil])
    #expect(calls[1].section?.prose == "Other words.")
  }
}

/// A call of `heading`, and the section of the page it stands in.
private struct HeadingCall {
  let place: String
  let title: String
  let lead: String?
  let section: Section?
}

private struct Section {
  let title: String
  var prose = ""
}

private func calls(in cells: [ChapterSource.Cell]) -> [HeadingCall] {
  var sections: [Section] = []
  var found: [(call: HeadingCall, section: Int)] = []
  for cell in cells {
    for line in cell.prose.split(separator: "\n") {
      if let match = line.wholeMatch(of: #/#+ (.+)/#) {
        sections.append(Section(title: String(match.1)))
      } else if !sections.isEmpty {
        let section = sections.count - 1
        sections[section].prose = oneLine(sections[section].prose + " " + line)
      }
    }
    for arguments in arguments(ofHeadingsIn: cell.code) {
      let call = HeadingCall(
        place: "\(cell.path), the cell of line \(cell.line)", title: arguments[0],
        lead: arguments.dropFirst().first, section: nil)
      found.append((call, sections.count - 1))
    }
  }
  return found.map { call, i in
    let section = sections.indices.contains(i) ? sections[i] : nil
    return HeadingCall(place: call.place, title: call.title, lead: call.lead, section: section)
  }
}

/// The arguments of each call of `heading`, which are texts, perhaps of several literals.
private func arguments(ofHeadingsIn code: String) -> [[String]] {
  var calls: [[String]] = []
  var isInside = false
  for token in Lexer.tokens(code) {
    if token.kind == .call, token.text == "heading" {
      calls.append([""])
      isInside = true
    } else if isInside, token.kind == .string {
      let text = token.text.dropFirst().dropLast().replacing("\\\"", with: "\"")
      calls[calls.count - 1][calls[calls.count - 1].count - 1] += text.replacing("\\\\", with: "\\")
    } else if isInside, token.text == "," {
      calls[calls.count - 1].append("")
    } else if token.text == ")" {
      isInside = false
    }
  }
  return calls
}

private func oneLine(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
