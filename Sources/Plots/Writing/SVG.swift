import Foundation
import Sentences

extension Picture {
  /// The picture as an SVG file.
  ///
  /// Colors are attributes, which every SVG renderer supports; only the dark mode of `.auto` is CSS. There
  /// are no ids, which would clash if several files are embedded in one page. Equal pictures give equal
  /// bytes.
  public func svg(_ theme: Theme = .auto) -> String {
    let (wide, high) = (svgNumber(width), svgNumber(height))
    let (shownWide, shownHigh) = (svgNumber(width * enlargement), svgNumber(height * enlargement))
    var lines = [
      #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \#(wide) \#(high)" width="\#(shownWide)" "#
        + #"height="\#(shownHigh)" role="img" aria-label="\#(escaped(title))" "#
        + #"font-family="\#(fontFamily)">"#,
      "<title>\(escaped(title))</title>",
    ]
    if !description.isEmpty { lines.append("<desc>\(escaped(description))</desc>") }
    if theme == .auto { lines.append("<style>\(Color.darkStyle(for: colors))</style>") }
    // On a page without a dark mode, the light text of the dark mode would not be readable.
    lines.append(
      #"<rect class="paper" width="\#(wide)" height="\#(high)" fill="\#(theme(.paper))"/>"#)
    lines += marks.filter(\.canBeDrawn).map { $0.svg(theme) }
    return lines.joined(separator: "\n") + "\n</svg>\n"
  }
}

extension Mark {
  /// The SVG element that draws the mark.
  func svg(_ theme: Theme) -> String {
    switch self {
    case .line(let points, let color, let width, let dash):
      let dashes = dash.isEmpty ? "" : #" stroke-dasharray="\#(list(dash, " "))""#
      return #"<polyline points="\#(list(points))" fill="none" stroke="\#(theme(color))" "#
        + #"stroke-width="\#(n(width))" stroke-linejoin="round" stroke-linecap="round"\#(dashes)/>"#
    case .area(let points, let color, let opacity):
      return
        #"<polygon points="\#(list(points))" fill="\#(theme(color))" fill-opacity="\#(n(opacity))"/>"#
    case .box(let x, let y, let width, let height, let color, let radius):
      let round = radius == 0 ? "" : #" rx="\#(n(radius))""#
      return
        #"<rect \#(frame(x, y, max(0, width), max(0, height)))\#(round) fill="\#(theme(color))"/>"#
    case .dot(let center, let radius, let color):
      return #"<circle cx="\#(n(center.x))" cy="\#(n(center.y))" r="\#(n(max(0, radius)))" "#
        + #"fill="\#(theme(color))"/>"#
    case .text(let text, let point, let color, let font, let anchor, let turned):
      let turn = turned ? #" transform="rotate(-90 \#(n(point.x)) \#(n(point.y)))""# : ""
      return #"<text x="\#(n(point.x))" y="\#(n(point.y))" font-size="\#(n(font.size))" "#
        + #"\#(font.bold ? #"font-weight="600" "# : "")text-anchor="\#(anchor.rawValue)" "#
        + #"fill="\#(theme(color))"\#(turn)>\#(escaped(text))</text>"#
    case .image(let pixels, let x, let y, let width, let height):
      // Enlarged pixels stay sharp; a larger image may be interpolated.
      let squares = Double(pixels.width) <= 2 * width ? #" style="image-rendering:pixelated""# : ""
      return #"<image \#(frame(x, y, max(0, width), max(0, height)))\#(squares) "#
        + #"href="data:image/png;base64,\#(Data(pixels.png).base64EncodedString())"/>"#
    }
  }
}

private func n(_ value: Double) -> String { svgNumber(value) }

private func frame(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> String {
  #"x="\#(n(x))" y="\#(n(y))" width="\#(n(width))" height="\#(n(height))""#
}

private func list(_ lengths: [Double], _ separator: String) -> String {
  lengths.map(n).joined(separator: separator)
}

private func list(_ points: [Point]) -> String {
  points.map { list([$0.x, $0.y], ",") }.joined(separator: " ")
}

/// A length with at most two decimals.
///
/// It is written with integers, because the formatting of floating-point numbers depends on the platform.
package func svgNumber(_ value: Double) -> String {
  let hundredths = Int((min(max(value, -1e9), 1e9) * 100).rounded())
  let whole = abs(hundredths) / 100, rest = abs(hundredths) % 100
  let sign = hundredths < 0 ? "-" : ""
  if rest == 0 { return "\(sign)\(whole)" }
  if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)" }
  return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
}
