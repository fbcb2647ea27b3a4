extension Plan.Line {
  /// Whether one of its pieces, all of them across or along the page, leads through an area.
  func crosses(_ area: Plan.Rectangle) -> Bool {
    zip(points, points.dropFirst()).contains { a, b in
      min(a.x, b.x) < area.right && max(a.x, b.x) > area.left && min(a.y, b.y) < area.bottom
        && max(a.y, b.y) > area.top
    }
  }
}

extension Plan.Rectangle {
  func overlaps(_ other: Self) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }
}
