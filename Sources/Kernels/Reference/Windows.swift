extension Pool2DGeometry {
  /// Visits every output `i` with every input `j` in its window.
  @inline(__always)
  func forEachPair(_ visit: (_ i: Int, _ j: Int) -> Void) {
    for plane in 0..<images * channels {
      for r in 0..<outHeight {
        for c in 0..<outWidth {
          let i = (plane * outHeight + r) * outWidth + c
          for row in r * stride - padding..<r * stride - padding + kernel {
            guard (0..<height).contains(row) else { continue }
            for column in c * stride - padding..<c * stride - padding + kernel {
              guard (0..<width).contains(column) else { continue }
              visit(i, (plane * height + row) * width + column)
            }
          }
        }
      }
    }
  }
}
