import Foundation
import Plots

@testable import Drawing

/// The geometry of a placed figure, read from its SVG: boxes, frames, lines, texts and the page.
///
/// Which boxes a line leads from and to is read from the diagram, where its control points are the same.
struct Geometry {
  typealias Box = Outlines.Box
  typealias Point = Outlines.Point

  struct Line {
    var pieces: [[Point]]  // four control points each
    var tip: Point?
    var ends: (from: Box, to: Box)
    var ids: (from: String, to: String)
  }

  private(set) var page = Box(around: [Point(x: 0, y: 0)])
  private(set) var boxes: [Box] = []
  private(set) var dots: [Box] = []
  private(set) var frames: [Box] = []
  private(set) var lines: [Line] = []
  private(set) var texts: [(text: String, place: Box)] = []

  init(_ diagram: Diagram) throws {
    let svg = try diagram.svg
    let ends = Self.ends(of: diagram)
    var (group, points, paths, tip) = ("", [Point](), [[Point]](), Point?.none)
    for line in svg.split(separator: "\n") {
      if let size = line.firstMatch(of: /viewBox="0\.00 0\.00 ([\d.]+) ([\d.]+)"/) {
        page = Box(around: [Point(x: 0, y: -Double(size.2)!), Point(x: Double(size.1)!, y: 0)])
      }
      if line.hasPrefix("<g class=") { (group, points, paths, tip) = (String(line), [], [], nil) }
      if line.hasPrefix("<text") { addText(line) }
      if line == "</g>" { finish(group, points, paths, tip, ends) }
      if line == "</g>" { group = "" }
      let corners = Outlines.corners(line)
      if group.contains("edge") {
        if line.hasPrefix("<path") { paths.append(corners) }
        if line.hasPrefix("<polygon"), let found = Self.tip(corners, paths.last?.last) {
          tip = found
        }
      } else if group.contains("node") || group.contains("cluster") {
        points += corners
      }
    }
  }

  private mutating func finish(
    _ group: String, _ points: [Point], _ paths: [[Point]], _ tip: Point?,
    _ ends: [[Int]: (from: String, to: String, boxes: (Box, Box))]
  ) {
    if group.contains("cluster"), !points.isEmpty {
      let frame = Box(around: points)
      if frame.right - frame.left < page.right - page.left - 8.5 { frames.append(frame) }
    } else if group.contains("node"), !points.isEmpty, !group.contains("letter") {
      let box = Box(around: points)
      if box.right - box.left > 10, box.bottom - box.top > 10 {
        boxes.append(box)
      } else if box.right - box.left > 3, box.bottom - box.top > 3 {
        dots.append(box)
      }
    } else if group.contains("edge") {
      for path in paths {
        guard let found = ends[Self.key(path)], found.from != "nowhere" else { continue }
        let pieces = stride(from: 0, to: path.count - 3, by: 3).map { Array(path[$0...$0 + 3]) }
        lines.append(
          Line(pieces: pieces, tip: tip, ends: found.boxes, ids: (found.from, found.to)))
      }
    }
  }

  private mutating func addText(_ line: Substring) {
    let size = Double(Outlines.attribute("font-size", line))!
    let text = line.replacing(#/<[^>]*>/#, with: "").replacing("&amp;", with: "&")
    let width = Font(size, bold: line.contains("font-weight")).width(of: String(text))
    var x = Double(Outlines.attribute("x", line))!
    let (y, anchor) = (
      Double(Outlines.attribute("y", line))!, Outlines.attribute("text-anchor", line)
    )
    if anchor == "middle" { x -= width / 2 }
    if anchor == "end" { x -= width }
    texts.append(
      (
        String(text),
        Box(around: [Point(x: x, y: y - 0.72 * size), Point(x: x + width, y: y + 0.2 * size)])
      ))
  }

  /// The corner of a head that is farthest from where its line ends.
  private static func tip(_ corners: [Point], _ end: Point?) -> Point? {
    guard let end else { return nil }
    return corners.max { distance($0, end) < distance($1, end) }
  }

  /// For the first and last points of each edge's curve, the boxes it leads from and to.
  private static func ends(of diagram: Diagram)
    -> [[Int]: (from: String, to: String, boxes: (Box, Box))]
  {
    var places: [String: Box] = [:]
    for node in diagram.nodes {
      let center = numbers(node.attributes["pos"])
      let half: [Double] = [
        36 * numbers(node.attributes["width"])[0], 36 * numbers(node.attributes["height"])[0],
      ]
      places[node.id] = Box(around: [
        Point(x: center[0] - half[0], y: -center[1] - half[1]),
        Point(x: center[0] + half[0], y: -center[1] + half[1]),
      ])
    }
    return diagram.edges.reduce(into: [:]) { found, edge in
      guard case .text(let pos) = edge.attributes["pos"] else { return }
      let all = pos.split(separator: " ").filter { !$0.hasPrefix("e,") }.map { pair -> Point in
        let both = pair.split(separator: ",").map { Double($0)! }
        return Point(x: both[0], y: -both[1])
      }
      found[key(all)] = (edge.from, edge.to, (places[edge.from]!, places[edge.to]!))
    }
  }

  private static func numbers(_ content: Attributes.Content?) -> [Double] {
    guard case .text(let text) = content else { return [] }
    return text.split(separator: ",").map { Double($0)! }
  }

  private static func key(_ path: [Point]) -> [Int] {
    [path[0], path[path.count / 2], path[path.count - 1]].flatMap { (point: Point) -> [Int] in
      [Int((point.x * 5).rounded()), Int((point.y * 5).rounded())]
    }
  }
}

func distance(_ a: Outlines.Point, _ b: Outlines.Point) -> Double { hypot(a.x - b.x, a.y - b.y) }
