import Foundation

/// The coordinates of the boxes, lines and edge labels of a figure, read from its SVG.
struct Outlines {
  struct Point: Equatable { var x, y: Double }

  struct Box: Equatable {
    var left, top, right, bottom: Double

    init(around points: [Point]) {
      (left, right) = (points.map(\.x).min()!, points.map(\.x).max()!)
      (top, bottom) = (points.map(\.y).min()!, points.map(\.y).max()!)
    }

    /// Whether the point is inside the box and farther than `rim` from its border.
    func contains(_ point: Point, rim: Double) -> Bool {
      point.x > left + rim && point.x < right - rim && point.y > top + rim
        && point.y < bottom - rim
    }

    func overlaps(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  /// The bounding boxes of boxes and circles, without those of dots and of text without a box.
  private(set) var boxes: [Box] = []
  /// Closely spaced points along each line.
  private(set) var lines: [[Point]] = []
  /// The centers of edge labels.
  private(set) var labels: [Point] = []

  init(_ svg: String) {
    var group = ""
    var points: [Point] = []
    for line in svg.split(separator: "\n") {
      if line.hasPrefix("<g class=") {
        (group, points) = (String(line), [])
      } else if line == "</g>" {
        if group.contains("node"), !points.isEmpty {
          let box = Box(around: points)
          if box.right - box.left > 10, box.bottom - box.top > 10 { boxes.append(box) }
        }
        (group, points) = ("", [])
      } else if group.contains("node") {
        points += Self.corners(line)
      } else if group.contains("edge"), line.hasPrefix("<path") {
        lines.append(Self.points(along: numbers(in: Self.attribute("d", line))))
      } else if group.contains("edge"), line.hasPrefix("<text") {
        labels.append(
          Point(x: Double(Self.attribute("x", line))!, y: Double(Self.attribute("y", line))! - 3))
      }
    }
  }

  static func corners(_ line: Substring) -> [Point] {
    if line.hasPrefix("<ellipse") {
      let (x, y) = (Double(Self.attribute("cx", line))!, Double(Self.attribute("cy", line))!)
      let (a, b) = (Double(Self.attribute("rx", line))!, Double(Self.attribute("ry", line))!)
      return [Point(x: x - a, y: y - b), Point(x: x + a, y: y + b)]
    }
    if line.hasPrefix("<polygon") { return numbers(in: Self.attribute("points", line)) }
    return line.hasPrefix("<path") ? numbers(in: Self.attribute("d", line)) : []
  }

  /// Twenty-one points on each of the consecutive Bézier curves.
  static func points(along controls: [Point]) -> [Point] {
    stride(from: 0, to: controls.count - 3, by: 3).flatMap { i in
      (0...20).map { step in
        let t = Double(step) / 20
        let weights = [
          (1 - t) * (1 - t) * (1 - t), 3 * (1 - t) * (1 - t) * t, 3 * (1 - t) * t * t, t * t * t,
        ]
        let four = zip(weights, controls[i...])
        return Point(
          x: four.reduce(0) { $0 + $1.0 * $1.1.x }, y: four.reduce(0) { $0 + $1.0 * $1.1.y })
      }
    }
  }
}

extension Outlines {
  static func attribute(_ name: String, _ line: Substring) -> Substring {
    guard let start = line.firstRange(of: " \(name)=\"") else { return "" }
    return line[start.upperBound...].prefix { $0 != "\"" }
  }
}

/// The pairs of numbers in a path or a list of points.
private func numbers(in text: Substring) -> [Outlines.Point] {
  let all = text.split { !"-.0123456789".contains($0) }.compactMap { Double($0) }
  return stride(from: 0, to: all.count - 1, by: 2).map { .init(x: all[$0], y: all[$0 + 1]) }
}
