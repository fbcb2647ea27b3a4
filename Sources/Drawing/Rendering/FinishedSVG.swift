import Foundation
import Plots

extension Diagram {
  /// The SVG of Graphviz with a name, a description, tooltips and a night, and without what would
  /// differ between two files or clash on one page.
  func finishedSVG(_ data: Data) -> Data {
    let tooltips = Dictionary(uniqueKeysWithValues: nodes.map { ($0.id, $0.tooltip) })
    var head = true
    var lines: [String] = []
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
      if head {
        // Before the root element there is only the version of Graphviz.
        guard line.hasPrefix("<svg ") else { continue }
        head = false
        lines.append("<svg role=\"img\" aria-label=\"\(escaped(title))\" " + line.dropFirst(5))
      } else if line.hasPrefix(" viewBox=") {
        lines += [String(line)] + introduction
      } else if line.hasPrefix("<title>") {
        // Here Graphviz writes the names that nodes have in its language.
        let id = line.dropFirst(7).prefix { $0 != "<" }
        if let tooltip = tooltips[String(id)], !tooltip.isEmpty {
          lines.append("<title>\(escaped(tooltip))</title>")
        }
      } else if !line.hasPrefix("<!--") {
        lines.append(cleaned(line))
      }
    }
    return Data((lines.joined(separator: "\n") + "\n").utf8)
  }

  private var introduction: [String] {
    let night = theme == .auto ? ["<style>\(Color.nightStyle())</style>"] : []
    return ["<title>\(escaped(title))</title>", "<desc>\(escaped(description))</desc>"] + night
  }
}

/// One element with the few things replaced that SVG viewers stumble over.
private func cleaned(_ line: Substring) -> String {
  var line = String(line)
  if line.hasPrefix("<g id=") {
    // Two figures on one page would have the same ids.
    if let classes = line.range(of: " class=") {
      line.removeSubrange(line.index(line.startIndex, offsetBy: 2)..<classes.lowerBound)
    }
  }
  // A space at the end of one word keeps it apart from the next.
  if line.hasPrefix("<text ") { return "<text xml:space=\"preserve\" " + line.dropFirst(6) }
  guard line.hasPrefix("<g") || line.hasPrefix("<p") || line.hasPrefix("<e") else { return line }
  // SVG 1.1 has no colour called transparent.
  return line.replacing("\"transparent\"", with: "\"none\"")
    .replacing(
      "stroke-dasharray=\"1,5\"", with: "stroke-dasharray=\"0,4\" stroke-linecap=\"round\"")
}
