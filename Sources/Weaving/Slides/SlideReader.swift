import Sentences

/// Finds what an annotation asks for, or stops with a sentence that names the file, the line and the words.
struct SlideReader {
  let annotation: Annotation
  /// The title of the section that the annotation stands in.
  let section: String
  let findings: Findings
  /// The figures of the chapter: `Figures/Chapter2`.
  let figures: String
  /// Whether there is a file, by its path from the top of the repository.
  let exists: (String) -> Bool

  func slide() throws -> Slide {
    let numbers = try foundNumbers()
    func filled(_ text: String, _ line: Int) throws -> String {
      try self.filled(text, numbers, at: "\(annotation.path):\(line)")
    }
    let shown = annotation.fields.filter { $0.key == "show" }
    if let second = shown.dropFirst().first {
      throw problem(second, "a slide shows one thing, and `show: \(shown[0].text)` stands above")
    }
    if shown.isEmpty, annotation.kind == .claim {
      throw SentenceError(
        "\(annotation.place): a slide shows something, and this has no line `show:`")
    }
    func texts(_ keys: String...) throws -> [String] {
      try annotation.fields.filter { keys.contains($0.key) }.map { try filled($0.text, $0.line) }
    }
    let notes = try texts("say").joined(separator: "\n\n")
    if notes.isEmpty {
      throw SentenceError("\(annotation.place): the speaker needs a line `say:`")
    }
    return Slide(
      kind: annotation.kind, claim: try filled(annotation.claim, annotation.line),
      exhibit: try shown.first.map { try exhibit($0, numbers) },
      marks: annotation.texts("mark"), note: try texts("note", "next").first,
      items: try texts("item"), notes: notes, place: annotation.place)
  }

  func problem(_ field: Annotation.Field, _ sentence: String) -> SentenceError {
    SentenceError("\(annotation.place(of: field)): \(sentence)")
  }

  private func exhibit(_ field: Annotation.Field, _ numbers: [String: FoundNumber]) throws
    -> Exhibit
  {
    let kind = field.text.prefix { $0 != " " }
    let rest = field.text.dropFirst(kind.count + 1).trimmingPrefix { $0 == " " }
    switch kind {
    case "figure": return try figure(field, String(rest))
    case "code": return .code(try code(field, String(rest)))
    case "printed": return .printed(try printed(field, String(rest)))
    case "table": return .table(try table(field, String(rest)))
    case "formula":
      let text = try filled(String(rest), numbers, at: annotation.place(of: field))
      return .formula(pieces(text, "…"))
    case "number": return .numbers(try large(field, String(rest), numbers))
    default:
      throw problem(
        field,
        "`show: \(kind)`; a slide shows a figure, code, printed, a table, a formula or a number")
    }
  }

  private func figure(_ field: Annotation.Field, _ name: String) throws -> Exhibit {
    let path = name.contains("/") ? "Figures/\(name)" : "\(figures)/\(name)"
    let found = ["\(path)-slide.svg", "\(path).svg"].first(where: exists)
    guard let found else {
      throw problem(field, "there is no figure \(path).svg, and none for slides, \(path)-slide.svg")
    }
    let phone = "\(path)-phone.svg"
    return .figure(path: found, phone: exists(phone) ? phone : nil)
  }

  /// The printed lines with each of these words, those of the same words together.
  private func printed(_ field: Annotation.Field, _ text: String) throws -> [String] {
    try pieces(text, " … ").map { words in
      let found = findings.printed(Words(words, beginsLine: true), in: section)
      if found.isEmpty { throw missing(field, "printed line that begins with", words) }
      return found.map(\.text).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        .joined(separator: "\n")
    }
  }

  private func table(_ field: Annotation.Field, _ text: String) throws -> PrintedTable {
    let columns = pieces(text, "|")
    guard let found = findings.tables(columns, in: section).first else {
      throw missing(field, "printed table with the columns", text)
    }
    let rows = annotation.texts("rows").flatMap { pieces($0, "|") }
    for row in rows where found.rows(named: row).isEmpty {
      throw missing(field, "row of that table that begins with", row)
    }
    return found.part(columns, rows: rows)
  }

  func missing(_ field: Annotation.Field, _ what: String, _ words: String) -> SentenceError {
    problem(field, "no \(what) \"\(words)\" is on the page \(findings.path)")
  }
}

/// The pieces of a text between separators, without the spaces around them.
func pieces(_ text: some StringProtocol, _ separator: String) -> [String] {
  String(text).split(separator: separator).map { $0.trimming { $0.isWhitespace } }
}

extension Substring {
  fileprivate func trimming(while test: (Character) -> Bool) -> String {
    String(String(drop(while: test)).reversed().drop(while: test).reversed())
  }
}
