import Sentences

/// The numbers of a slide, which are not typed but found in what the chapter printed.
///
///     // number: parameters = parameters …
///     // number: correct = 10 | correct, here
///
/// The first is a number in a printed line, in the place of `…`; the second stands in a printed table, in the
/// row that begins with `10` and the column `correct, here`; `| first` or `| last` behind it takes one of several
/// such tables. `{correct}` in any text of the slide is that number.
extension SlideReader {
  func foundNumbers() throws -> [String: FoundNumber] {
    var numbers: [String: FoundNumber] = [:]
    for field in annotation.fields where field.key == "number" {
      guard let match = field.text.wholeMatch(of: #/([a-zA-Z]\w+) = (.+)/#) else {
        throw problem(
          field,
          "`number: \(field.text)`; it is written `number: name = where it is printed`, with two letters or more"
        )
      }
      numbers[String(match.1)] = try find(field, String(match.2))
    }
    return numbers
  }

  private func find(_ field: Annotation.Field, _ place: String) throws -> FoundNumber {
    var cell = pieces(place, " | ")
    let order = cell.count > 2 ? cell.removeLast() : ""
    guard ["", "first", "last"].contains(order) else {
      throw problem(
        field,
        "behind the column stands `first` or `last`, for one of several tables; it is `\(order)`")
    }
    var found = cell.count == 2 ? try inTable(field, cell[0], cell[1]) : try inText(field, place)
    if order == "first" { found = [found[0]] }
    if order == "last" { found = [found.last!] }
    let different = found.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    guard different.count == 1 else {
      throw problem(
        field,
        "\"\(place)\" is \(different.joined(separator: " and ")) on the page \(findings.path); "
          + "more words make it one number")
    }
    return FoundNumber(printed: different[0])
  }

  private func inText(_ field: Annotation.Field, _ words: String) throws -> [String] {
    guard words.contains("…") else {
      throw problem(field, "\"\(words)\" has no … in the place of the number")
    }
    let found = findings.printed(Words(words), in: section).compactMap(\.number)
    if found.isEmpty { throw missing(field, "printed line with the words", words) }
    return found
  }

  private func inTable(_ field: Annotation.Field, _ row: String, _ column: String) throws
    -> [String]
  {
    let cells = findings.tables([column], in: section).flatMap { table in
      table.part([column], rows: [row]).rows.map { $0[0] }
    }
    if cells.isEmpty {
      throw missing(field, "printed table with row and column", "\(row) | \(column)")
    }
    return try cells.map { cell in
      guard let match = cell.firstMatch(of: #/[-−]?\d[\d,]*(?:\.\d+)?(?:e[-+]?\d+)?/#) else {
        throw problem(field, "the cell \"\(row) | \(column)\" has no number; it is \"\(cell)\"")
      }
      return String(match.0)
    }
  }

  /// The numbers of `NAME = caption | NAME = caption`.
  func large(_ field: Annotation.Field, _ text: String, _ numbers: [String: FoundNumber]) throws
    -> [Slide.Number]
  {
    try pieces(text, " | ").map { piece in
      guard let match = piece.wholeMatch(of: #/(\w+(?::\w?%?)?) = (.+)/#) else {
        throw problem(field, "`\(piece)`; it is written `NAME = what it is the number of`")
      }
      return Slide.Number(
        text: try self.number(String(match.1), numbers, at: annotation.place(of: field)),
        caption: try filled(String(match.2), numbers, at: annotation.place(of: field)))
    }
  }

  /// A text with each `{name}` replaced by its number.
  func filled(_ text: String, _ numbers: [String: FoundNumber], at place: String) throws -> String {
    var filled = ""
    var rest = text[...]
    // Braces of TeX hold no name alone, or stand behind a letter.
    while let match = rest.firstMatch(
      of: #/(?<before>^|[^\\\w_^}])\{(?<name>[a-zA-Z]\w+(?::\w?%?)?)\}/#)
    {
      filled += rest[..<match.range.lowerBound] + match.output.before
      filled += try number(String(match.output.name), numbers, at: place)
      rest = rest[match.range.upperBound...]
    }
    return filled + rest
  }

  private func number(_ name: String, _ numbers: [String: FoundNumber], at place: String) throws
    -> String
  {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    guard let number = numbers[String(parts[0])] else {
      throw SentenceError(
        "\(place): no line `number: \(parts[0]) = …` of the slide says where {\(parts[0])} is printed"
      )
    }
    guard let text = number.text(parts.count > 1 ? String(parts[1]) : "") else {
      throw SentenceError(
        "\(place): {\(name)} has no such format; behind the colon stand decimals and a percent sign, as in {\(parts[0]):1%}"
      )
    }
    return text
  }
}
