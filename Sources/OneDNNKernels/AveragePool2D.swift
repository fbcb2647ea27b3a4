import Kernels

extension OneDNN {
  package static func averagePool2D(_ x: Buffer, _ g: Pool2DGeometry) -> Buffer {
    let x = x.arranged(.blocked(g.inputShape))
    let y = Buffer(.blocked(g.outputShape))
    withExtendedLifetime((x, y)) {
      let (px, py) = (x.vectors, y.vectors)
      let places = Float(g.kernel * g.kernel)
      g.forEachWindowRow { row in
        for (c, columns) in row.columns.enumerated() {
          var sum = Vector.zero
          for line in row.lines { for column in columns { sum += px[line + column] } }
          py[row.output + c] = sum / places
        }
      }
    }
    return y
  }

  package static func averagePool2DGradient(_ dy: Buffer, _ g: Pool2DGeometry) -> Buffer {
    let dy = dy.arranged(.blocked(g.outputShape))
    let dx = Buffer(.blocked(g.inputShape))
    dx.start.update(repeating: 0, count: dx.stored)
    withExtendedLifetime((dy, dx)) {
      let (pdy, pdx) = (dy.vectors, dx.vectors)
      let places = Float(g.kernel * g.kernel)
      g.forEachWindowRow { row in
        for (c, columns) in row.columns.enumerated() {
          let share = pdy[row.output + c] / places
          for line in row.lines { for column in columns { pdx[line + column] += share } }
        }
      }
    }
    return dx
  }
}
