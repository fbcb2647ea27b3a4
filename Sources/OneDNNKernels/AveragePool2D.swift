import Kernels

extension OneDNN {
  package static func averagePool2D(_ x: Buffer, _ g: Pool2DGeometry) -> Buffer {
    let x = x.arranged(.blocked(g.input.shape))
    let y = Buffer(.blocked(g.output.shape))
    withExtendedLifetime((x, y)) {
      let (px, py, places) = (x.vectors, y.vectors, Float(g.kernel * g.kernel))
      let (rows, outPixels) = (g.windowRows, g.output.pixels)
      g.input.forEachPlane { plane, pixels in
        let (px, py) = (px + pixels.lowerBound, py + plane.number * outPixels)
        for row in rows {
          for (c, columns) in row.columns.enumerated() {
            var sum = Vector.zero
            for line in row.lines { for column in columns { sum += px[line + column] } }
            py[row.output + c] = sum / places
          }
        }
      }
    }
    return y
  }

  package static func averagePool2DGradient(_ dy: Buffer, _ g: Pool2DGeometry) -> Buffer {
    let dy = dy.arranged(.blocked(g.output.shape))
    let dx = Buffer(.blocked(g.input.shape))
    withExtendedLifetime((dy, dx)) {
      let (pdy, pdx, places) = (dy.vectors, dx.vectors, Float(g.kernel * g.kernel))
      let (rows, outPixels) = (g.windowRows, g.output.pixels)
      g.input.forEachPlane { plane, pixels in
        let (pdy, pdx) = (pdy + plane.number * outPixels, pdx + pixels.lowerBound)
        pdx.update(repeating: .zero, count: pixels.count)
        for row in rows {
          for (c, columns) in row.columns.enumerated() {
            let share = pdy[row.output + c] / places
            for line in row.lines { for column in columns { pdx[line + column] += share } }
          }
        }
      }
    }
    return dx
  }
}
