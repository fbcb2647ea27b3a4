import Kernels

extension OneDNN {
  package static func globalAveragePool2D(_ x: Buffer, _ g: ImageGeometry) -> Buffer {
    let x = x.arranged(.blocked(g.shape))
    let y = Buffer(.blocked([g.images, g.channels, 1, 1]))
    withExtendedLifetime((x, y)) {
      let (px, py) = (x.vectors, y.vectors)
      g.forEachPlane { plane, pixels in
        // Row by row: few numbers are added to a large sum, which would drop their last digits.
        var sum = Vector.zero
        for row in stride(from: pixels.lowerBound, to: pixels.upperBound, by: g.width) {
          var sumOfRow = Vector.zero
          for i in row..<row + g.width { sumOfRow += px[i] }
          sum += sumOfRow
        }
        py[plane.number] = sum / Float(pixels.count)
      }
    }
    return y
  }

  package static func globalAveragePool2DGradient(_ dy: Buffer, _ g: ImageGeometry) -> Buffer {
    let dy = dy.arranged(.blocked([g.images, g.channels, 1, 1]))
    let dx = Buffer(.blocked(g.shape))
    withExtendedLifetime((dy, dx)) {
      let (pdy, pdx) = (dy.vectors, dx.vectors)
      g.forEachPlane { plane, pixels in
        (pdx + pixels.lowerBound).update(
          repeating: pdy[plane.number] / Float(pixels.count), count: pixels.count)
      }
    }
    return dx
  }
}
