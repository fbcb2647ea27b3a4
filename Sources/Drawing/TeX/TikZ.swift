import Foundation
import Plots

extension Diagram {
  /// The figure in TikZ, to be read into a LaTeX document by `\input`.
  ///
  /// Its places are those of the SVG file, in points, and its colors those of the figure's theme. With Chinese
  /// labels the document needs XeLaTeX or LuaLaTeX and `ctex`; otherwise pdfLaTeX sets it, too.
  ///
  /// - Parameter svg: the finished SVG file.
  func tikz(_ svg: String) -> String {
    let shapes = SVGShape.all(in: svg).filter { !$0.isInvisible }
    let page = Page(svg)
    let colors = Set(shapes.flatMap(\.colors)).sorted()
    var lines = ["% \(title.replacing("\n", with: " "))"]
    lines.append("% needs \\usepackage{tikz}" + (page.isChinese ? "; " + needsChinese : ""))
    lines.append(
      "\\begin{tikzpicture}[x=1bp,y=1bp,line join=round,every node/.style={inner sep=0,outer sep=0}]"
    )
    lines += colors.map { "  \\definecolor{\($0.name)}{HTML}{\($0.hex)}" }
    lines.append("  \\useasboundingbox \(page.corners);")
    lines += shapes.map { "  " + $0.tikz }
    return lines.joined(separator: "\n") + "\n\\end{tikzpicture}\n"
  }
}

private let needsChinese =
  "its labels are Chinese: set it with XeLaTeX or LuaLaTeX and \\usepackage{ctex}"

/// The size of an SVG file of Graphviz, whose origin is at the bottom left, perhaps with a margin.
private struct Page {
  let corners: String
  let isChinese: Bool

  init(_ svg: String) {
    func numbers(behind mark: String, to end: Character) -> [Double] {
      guard let start = svg.firstRange(of: mark)?.upperBound else { return [] }
      return svg[start...].prefix { $0 != end }.split(separator: " ").compactMap { Double($0) }
    }
    let size = numbers(behind: "viewBox=\"", to: "\"").suffix(2)
    let origin = numbers(behind: "translate(", to: ")")
    let (x, y) = (origin.first ?? 0, origin.last ?? 0)
    let (width, height) = (size.first ?? 0, size.last ?? 0)
    corners =
      "(\(svgNumber(-x)),\(svgNumber(y - height))) rectangle (\(svgNumber(width - x)),\(svgNumber(y)))"
    isChinese = svg.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }
}

/// A color as TeX names it.
private struct TeXColor: Hashable, Comparable {
  let hex: String
  var name: String { "net\(hex)" }

  /// `nil` for none, and for names, which figures do not use.
  init?(_ color: String?) {
    guard let color, color.hasPrefix("#"), color.count == 7 else { return nil }
    hex = color.dropFirst().uppercased()
  }

  static func < (a: Self, b: Self) -> Bool { a.hex < b.hex }
}

extension SVGShape {
  fileprivate var colors: [TeXColor] {
    let named = [attributes["fill"], attributes["stroke"]] + runs.map { $0.attributes["fill"] }
    return named.compactMap(TeXColor.init)
  }

  /// Whether nothing of it is seen: a text of spaces, a shape without a line and without a fill.
  fileprivate var isInvisible: Bool {
    name == "text" ? runs.allSatisfy { $0.text.allSatisfy(\.isWhitespace) } : options.isEmpty
  }

  private var options: String {
    var list: [String] = []
    if let fill = TeXColor(attributes["fill"]) { list.append("fill=\(fill.name)") }
    let width = number("stroke-width", 1)
    if let stroke = TeXColor(attributes["stroke"]), width > 0 {
      list.append("draw=\(stroke.name),line width=\(svgNumber(width))bp")
    }
    if let dashes = attributes["stroke-dasharray"]?.split(separator: ","), dashes.count == 2 {
      list.append("dash pattern=on \(dashes[0])bp off \(dashes[1])bp")
      if attributes["stroke-linecap"] == "round" { list.append("line cap=round") }
    }
    return list.joined(separator: ",")
  }

  fileprivate var tikz: String {
    switch name {
    case "text": return node
    case "ellipse":
      let center = point([number("cx", 0), number("cy", 0)])
      let (rx, ry) = (svgNumber(number("rx", 0)), svgNumber(number("ry", 0)))
      return "\\path[\(options)] \(center) ellipse (\(rx) and \(ry));"
    case "path":
      let places = points(attributes["d"] ?? "")
      let curves = stride(from: 1, to: places.count - 2, by: 3).map { i in
        " .. controls \(places[i]) and \(places[i + 1]) .. \(places[i + 2])"
      }
      let isArea = TeXColor(attributes["fill"]) != nil
      return "\\path[\(options)] \(places[0])\(curves.joined())\(isArea ? " -- cycle" : "");"
    default:
      let places = points(attributes["points"] ?? "").joined(separator: " -- ")
      return "\\path[\(options)] \(places)\(name == "polygon" ? " -- cycle" : "");"
    }
  }

  private var node: String {
    let anchors = ["middle": "base", "end": "base east"]
    let anchor = anchors[attributes["text-anchor"] ?? "start"] ?? "base west"
    let place = point([number("x", 0), number("y", 0)])
    let text = runs.map(\.tex).joined()
    return "\\node[anchor=\(anchor)] at \(place) {\(text)};"
  }

  /// All points of a path or a polygon, in the order they are written.
  private func points(_ text: String) -> [String] {
    let numbers = text.split { !($0.isNumber || $0 == "." || $0 == "-") }.compactMap { Double($0) }
    return stride(from: 0, to: numbers.count - 1, by: 2).map { point(Array(numbers[$0...$0 + 1])) }
  }

  /// In TikZ `y` goes upward.
  private func point(_ place: [Double]) -> String {
    "(\(svgNumber(place[0])),\(svgNumber(place[1] == 0 ? 0 : -place[1])))"
  }
}

extension SVGShape.Run {
  fileprivate var tex: String {
    let size = Double(attributes["font-size"] ?? "").map(svgNumber) ?? "12"
    var text = inTeX(text)
    if attributes["font-style"] == "italic" { text = "\\itshape \(text)" }
    if attributes["font-weight"] == "bold" { text = "\\bfseries \(text)" }
    let color = TeXColor(attributes["fill"]).map { "\\color{\($0.name)}" } ?? ""
    return "{\\fontsize{\(size)bp}{\(size)bp}\\selectfont\\sffamily\(color) \(text)}"
  }
}
