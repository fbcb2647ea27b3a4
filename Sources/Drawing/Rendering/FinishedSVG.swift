import Foundation
import Plots
import Sentences

extension Diagram {
  /// Graphviz' SVG with title, description, tooltips and dark mode, and without ids, which would clash
  /// if two figures stand on one page.
  ///
  /// It works on bytes: on `String` this would take longer than the layout.
  func finishedSVG(_ data: Data) -> Data {
    let nodes = Dictionary(uniqueKeysWithValues: nodes.map { ($0.id, $0) })
    let frames = Dictionary(uniqueKeysWithValues: frames.map { (clusterName($0.path), $0.tooltip) })
    var text: Plan.Text?
    var out: [UInt8] = []
    out.reserveCapacity(data.count * 5 / 4)
    // Before the root element there are only comments.
    for line in [UInt8](data).split(separator: newline).drop(while: { !$0.begins("<svg ") }) {
      if line.begins("<svg ") {
        out += "<svg role=\"img\" aria-label=\"\(escaped(title))\" ".utf8
        out += line.dropFirst(5)
      } else if line.begins(" viewBox=") {
        out += line
        out += introduction.utf8
      } else if line.begins("<title>") {
        // Graphviz writes the ids of nodes as their titles.
        let id = String(
          decoding: line.dropFirst(7).prefix { $0 != UInt8(ascii: "<") }, as: UTF8.self)
        text = nodes[id]?.text
        guard let tooltip = nodes[id]?.tooltip ?? frames[id], !tooltip.isEmpty else { continue }
        out += "<title>\(escaped(tooltip))</title>".utf8
      } else if line.begins("<g id="), let classes = line.range(of: " class=") {
        out += "<g".utf8
        if plan != nil, line.begins("<g id=\"graph") {
          out += " font-family=\"\(fontFamily)\"".utf8
        }
        out += line[classes.lowerBound...]
      } else if line.begins("<text "), let plan {
        // Of several runs Graphviz makes several texts.
        guard let placed = text else { continue }
        out += placed.svg(theme, height: plan.height).utf8
        text = nil
      } else if line.begins("<text ") {
        // Spaces at the ends of texts would be dropped.
        out += "<text xml:space=\"preserve\" ".utf8
        out += line.dropFirst(6)
      } else if line.begins("<!--") {
        continue
      } else {
        out += line.replacing("\"transparent\"", with: "\"none\"")  // not a color in SVG 1.1
          .replacing(
            "stroke-dasharray=\"1,5\"", with: "stroke-dasharray=\"0,4\" stroke-linecap=\"round\"")
      }
      out.append(newline)
    }
    return Data(out)
  }

  private var introduction: String {
    let rules = (theme == .auto ? Color.darkStyle() : "") + style
    return "\n<title>\(escaped(title))</title>\n<desc>\(escaped(description))</desc>"
      + (rules.isEmpty ? "" : "\n<style>\(rules)</style>")
  }
}

private let newline = UInt8(ascii: "\n")

extension ArraySlice<UInt8> {
  fileprivate func begins(_ text: StaticString) -> Bool {
    count >= text.utf8CodeUnitCount
      && withUnsafeBufferPointer {
        memcmp($0.baseAddress!, text.utf8Start, text.utf8CodeUnitCount) == 0
      }
  }

  fileprivate func range(of text: StaticString) -> Range<Int>? {
    var rest = self
    while let first = rest.firstIndex(of: text.utf8Start.pointee) {
      rest = rest[first...]
      if rest.begins(text) { return first..<first + text.utf8CodeUnitCount }
      rest = rest.dropFirst()
    }
    return nil
  }

  /// The line with the first occurrence of `text` replaced.
  fileprivate func replacing(_ text: StaticString, with other: StaticString) -> Self {
    guard let found = range(of: text) else { return self }
    return self[..<found.lowerBound]
      + UnsafeBufferPointer(start: other.utf8Start, count: other.utf8CodeUnitCount)
      + self[found.upperBound...]
  }
}
