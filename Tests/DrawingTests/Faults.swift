@testable import Drawing

/// What is wrong with the geometry of a placed figure, in sentences; nothing if it is as it should be.
extension Geometry {
  func faults(isUpright: Bool) -> [String] {
    overlaps + lines.indices.flatMap { faults(of: $0, isUpright: isUpright) } + labels + doubled
  }

  private var overlaps: [String] {
    var faults: [String] = []
    for (i, box) in boxes.enumerated() {
      if boxes[..<i].contains(where: { $0.overlaps(box) }) { faults.append("two boxes at \(box)") }
      if !page.encloses(box, 0.5) { faults.append("a box outside the page") }
      for frame in frames where frame.overlaps(box) && !frame.encloses(box, 0.5) {
        faults.append("a box across the border of a frame")
      }
    }
    for (i, frame) in frames.enumerated() {
      let others = frames[..<i].filter { $0.overlaps(frame) }
      if others.contains(where: { !$0.encloses(frame, 1) && !frame.encloses($0, 1) }) {
        faults.append("two frames across each other")
      }
    }
    return faults
  }

  private func faults(of number: Int, isUpright: Bool) -> [String] {
    let line = lines[number]
    let name = "the line from \(line.ids.from) to \(line.ids.to)"
    var (faults, direction) = ([String](), Point?.none)
    // Points are rounded to hundredths.
    for piece in line.pieces where distance(piece[0], piece[3]) > 1.5 {
      let (first, last) = (unit(piece[0], piece[1]), unit(piece[2], piece[3]))
      for way in [first, last] where min(abs(way.x), abs(way.y)) > 0.02 {
        faults.append("\(name) is not orthogonal")
      }
      if let direction, distance(direction, first) > 0.05 { faults.append("\(name) kinks") }
      direction = last
      let step = isUpright ? piece[3].y - piece[0].y : piece[3].x - piece[0].x
      if step < -0.05 { faults.append("\(name) leads back") }
    }
    let controls: [Point] = [line.pieces[0][0]] + line.pieces.flatMap { Array($0.dropFirst()) }
    let points = Outlines.points(along: controls)
    for box in boxes where points.contains(where: { box.contains($0, rim: 0.6) }) {
      faults.append("\(name) leads through a box")
    }
    for frame in frames
    where !frame.encloses(line.ends.from, 0) && !frame.encloses(line.ends.to, 0)
      && points.contains(where: { frame.contains($0, rim: 0.5) })
    {
      faults.append("\(name) leads through a frame of others")
    }
    for text in texts where !boxes.contains(where: { $0.encloses(text.place, -2) }) {
      if points.contains(where: { text.place.contains($0, rim: 0.2) }) {
        faults.append("\(name) leads through \(text.text)")
      }
    }
    if !points.allSatisfy({ page.contains($0, rim: 0.5) }) { faults.append("\(name) is outside") }
    return faults + ends(of: line, name)
  }

  /// A line begins at a box, at a dot, or behind a word on it, and ends at its box.
  private func ends(of line: Line, _ name: String) -> [String] {
    var faults: [String] = []
    let (start, end) = (line.pieces[0][0], line.tip ?? line.pieces.last![3])
    // Of several lines from one box, those behind the first may begin on it.
    let siblings = lines.filter { $0.ids.from == line.ids.from && $0.pieces != line.pieces }
    let starts =
      [line.ends.from] + dots
      + siblings.flatMap { $0.pieces.map { Box(around: [$0[0], $0[3]]) } }
    let isAtWord = texts.contains {
      $0.place.grown(14).contains(start, rim: 0) && $0.text.count > 3
    }
    if !starts.contains(where: { $0.grown(1.5).contains(start, rim: 0) }), !isAtWord {
      faults.append("\(name) begins nowhere")
    }
    let isBeforeWord = texts.contains {
      $0.place.grown(14).contains(end, rim: 0) && $0.text.count > 3
    }
    if !line.ends.to.grown(3.5).contains(end, rim: 0),
      !(line.tip == nil && isBeforeWord)
    {
      faults.append("\(name) ends nowhere")
    }
    return faults
  }

  private var labels: [String] {
    var faults: [String] = []
    for (i, text) in texts.enumerated() {
      if !page.encloses(text.place, 0.5) { faults.append("\(text.text) is outside the page") }
      for box in boxes where box.overlaps(text.place) && !box.encloses(text.place, 0) {
        faults.append("\(text.text) is across the border of a box")
      }
      for other in texts[..<i] where other.place.shrunk(0.5).overlaps(text.place.shrunk(0.5)) {
        faults.append("\(text.text) is on \(other.text)")
      }
    }
    return faults
  }

  /// Lines that run on each other, but for those from one box or to one box.
  private var doubled: [String] {
    var faults: [String] = []
    let straight = lines.map { line -> [(Point, Point)] in
      let all: [(Point, Point)] = line.pieces.map { ($0[0], $0[3]) }
      return all.filter { a, b in min(abs(a.x - b.x), abs(a.y - b.y)) < 0.05 }
    }
    for i in lines.indices {
      for j in 0..<i
      where lines[i].ids.from != lines[j].ids.from && lines[i].ids.to != lines[j].ids.to {
        let both = straight[i].contains { a in straight[j].contains { b in areOnEachOther(a, b) } }
        if both { faults.append("\(lines[i].ids) runs on \(lines[j].ids)") }
      }
    }
    return faults
  }

  private func areOnEachOther(_ a: (Point, Point), _ b: (Point, Point)) -> Bool {
    let (x, y) = (Box(around: [a.0, a.1]), Box(around: [b.0, b.1]))
    let width = min(x.right, y.right) - max(x.left, y.left)
    let height = min(x.bottom, y.bottom) - max(x.top, y.top)
    // Closer than the lines are wide, for longer than a crossing.
    return width > -2 && height > -2 && max(width, height) > 4
      && (x.right - x.left > x.bottom - x.top) == (y.right - y.left > y.bottom - y.top)
  }

  private func unit(_ a: Point, _ b: Point) -> Point {
    let length = max(distance(a, b), 1e-9)
    return Point(x: (b.x - a.x) / length, y: (b.y - a.y) / length)
  }
}

extension Outlines.Box {
  /// Whether it has the other one in it, which may stick out by `slack`.
  func encloses(_ other: Self, _ slack: Double) -> Bool {
    left <= other.left + slack && top <= other.top + slack && right >= other.right - slack
      && bottom >= other.bottom - slack
  }

  func grown(_ by: Double) -> Self {
    Self(around: [.init(x: left - by, y: top - by), .init(x: right + by, y: bottom + by)])
  }

  func shrunk(_ by: Double) -> Self { grown(-by) }
}
