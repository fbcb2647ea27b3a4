import Foundation
import Sentences

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
      // Enlarged pixels stay squares; those of a large image may melt together.
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
