/// A shape of a finished SVG file, read back: Graphviz has laid it out, and other formats need the places.
struct SVGShape {
  /// A piece of text in one style.
  struct Run {
    let text: String
    /// The attributes of the whole text, overridden by those of the piece.
    let attributes: [String: String]
  }

  /// `path`, `polygon`, `polyline`, `ellipse` or `text`.
  let name: String
  let attributes: [String: String]
  /// The text, in pieces; empty for the others.
  var runs: [Run] = []

  /// The shapes of a file that has one element on each line, in the order they are drawn.
  static func all(in svg: String) -> [SVGShape] {
    svg.split(separator: "\n").compactMap { line in
      let name = line.dropFirst().prefix { $0.isLetter }
      guard line.hasPrefix("<"), names.contains(String(name)),
        let end = line.firstIndex(of: ">")
      else { return nil }
      let attributes = read(line[..<end])
      let runs = name == "text" ? runs(line[line.index(after: end)...], attributes) : []
      return SVGShape(name: String(name), attributes: attributes, runs: runs)
    }
  }

  private static let names: Set = ["path", "polygon", "polyline", "ellipse", "text"]

  /// The number that an attribute has, or that it has where it is not written.
  func number(_ name: String, _ usual: Double) -> Double {
    attributes[name].flatMap { Double($0) } ?? usual
  }

  /// The pieces of `a<tspan …>b</tspan>c</text>`.
  private static func runs(_ content: Substring, _ whole: [String: String]) -> [Run] {
    var runs: [Run] = []
    var rest = content
    var style = whole
    while let tag = rest.firstIndex(of: "<") {
      if tag > rest.startIndex {
        runs.append(Run(text: unescaped(rest[..<tag]), attributes: style))
      }
      rest = rest[tag...]
      guard let end = rest.firstIndex(of: ">") else { break }
      style =
        rest.hasPrefix("<tspan") ? whole.merging(read(rest[..<end])) { $1 } : whole
      rest = rest[rest.index(after: end)...]
    }
    return runs
  }
}

/// The attributes of a tag: `<text x="1" y="2"`.
private func read(_ tag: Substring) -> [String: String] {
  let parts = tag.split(separator: "\"", omittingEmptySubsequences: false)
  let pairs = zip(parts, parts.dropFirst()).enumerated().compactMap { place, pair in
    place % 2 == 0
      ? (
        pair.0.split(separator: " ").last.map { String($0.dropLast()) } ?? "",
        unescaped(pair.1)
      ) : nil
  }
  return Dictionary(pairs) { $1 }
}

/// The text that stands in XML as `text`.
private func unescaped(_ text: Substring) -> String {
  guard text.contains("&") else { return String(text) }
  var out = ""
  for (place, part) in text.split(separator: "&", omittingEmptySubsequences: false).enumerated() {
    guard place > 0, let end = part.firstIndex(of: ";") else {
      out += part
      continue
    }
    let name = part[..<end]
    let known = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
    if let letter = known[String(name)] {
      out += letter
    } else {
      let digits = name.dropFirst(name.hasPrefix("#x") ? 2 : 1)
      let code = UInt32(digits, radix: name.hasPrefix("#x") ? 16 : 10)
      out += code.flatMap(Unicode.Scalar.init).map { "\(Character($0))" } ?? "&\(name);"
    }
    out += part[part.index(after: end)...]
  }
  return out
}
