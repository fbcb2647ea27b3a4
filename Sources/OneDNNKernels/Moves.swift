import Kernels

// Numbers that are put elsewhere, a run at a time, on all cores.

extension OneDNN {
  package static func slice(_ x: Buffer, _ g: SliceGeometry) -> Buffer {
    let (x, y, part) = (x.plain, Buffer(count: g.partCount), g.range.count * g.inner)
    withExtendedLifetime((x, y)) {
      let (px, py) = (x.start, y.start)
      forEachRun(of: g.outer, each: part / 16 + 1) { runs in
        for run in runs { (py + run * part).update(from: px + g.start(inRun: run), count: part) }
      }
    }
    return y
  }

  package static func sliceGradient(_ dy: Buffer, _ g: SliceGeometry) -> Buffer {
    let (dy, dx) = (dy.plain, Buffer(repeating: 0, count: g.count))
    let part = g.range.count * g.inner
    withExtendedLifetime((dy, dx)) {
      let (pdy, pdx) = (dy.start, dx.start)
      forEachRun(of: g.outer, each: part / 16 + 1) { runs in
        for run in runs { (pdx + g.start(inRun: run)).update(from: pdy + run * part, count: part) }
      }
    }
    return dx
  }

  package static func concatenate(_ parts: [Buffer], runs: [Int]) -> Buffer {
    let (parts, whole) = (parts.map(\.plain), runs.reduce(0, +))
    let y = Buffer(count: parts.reduce(0) { $0 + $1.count })
    withExtendedLifetime((parts, y)) {
      let (starts, py) = (parts.map(\.start), y.start)
      forEachRun(of: parts[0].count / runs[0], each: whole / 16 + 1) { places in
        for place in places {
          var to = py + place * whole
          for (start, run) in zip(starts, runs) {
            to.update(from: start + place * run, count: run)
            to += run
          }
        }
      }
    }
    return y
  }

  package static func swapAxes(_ x: Buffer, _ g: SwapGeometry) -> Buffer {
    let (x, y) = (x.plain, Buffer(count: x.count))
    let (rows, columns) = (g.shape[g.first], g.shape[g.second])
    let between = g.first == g.second ? [] : g.shape[(g.first + 1)..<g.second]
    let (before, middle) = (g.shape[..<g.first].reduce(1, *), between.reduce(1, *))
    let inner = g.shape[(g.second + 1)...].reduce(1, *)
    guard g.first != g.second else { return x }
    withExtendedLifetime((x, y)) {
      let (px, py) = (x.start, y.start)
      forEachRun(of: before * columns, each: middle * rows * inner / 16 + 1) { places in
        for place in places {
          let (outer, column) = (place / columns, place % columns)
          var to = py + place * middle * rows * inner
          for m in 0..<middle {
            for row in 0..<rows {
              let from = (((outer * rows + row) * middle + m) * columns + column) * inner
              to.update(from: px + from, count: inner)
              to += inner
            }
          }
        }
      }
    }
    return y
  }
}
