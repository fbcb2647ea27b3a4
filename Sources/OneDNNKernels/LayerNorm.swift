import Kernels

// Rows of whole vectors, on all cores; other rows are left to the reference.

extension OneDNN {
  package static func layerNorm(_ x: Buffer, _ w: Buffer, _ b: Buffer, epsilon: Double) -> Buffer {
    let (x, w, b) = (x.plain, w.plain, b.plain)
    guard w.count.isMultiple(of: Vector.scalarCount), x.count > 0 else {
      return Reference.layerNorm(x, w, b, epsilon: epsilon)
    }
    let (y, vectors) = (Buffer(count: x.count), w.count / Vector.scalarCount)
    withExtendedLifetime((x, w, b)) {
      let (px, py, pw, pb) = (x.vectors, y.vectors, w.vectors, b.vectors)
      forEachRun(of: x.count / w.count, each: vectors) { rows in
        for row in rows {
          let (px, py) = (px + row * vectors, py + row * vectors)
          let (mean, inverse) = moments(px, vectors, epsilon)
          for i in 0..<vectors { py[i] = (px[i] - mean) * inverse * pw[i] + pb[i] }
        }
      }
    }
    return y
  }

  package static func layerNormGradient(
    _ dy: Buffer, _ x: Buffer, _ w: Buffer, epsilon: Double
  ) -> (x: Buffer, w: Buffer, b: Buffer) {
    let (dy, x, w) = (dy.plain, x.plain, w.plain)
    guard w.count.isMultiple(of: Vector.scalarCount), x.count > 0 else {
      return Reference.layerNormGradient(dy, x, w, epsilon: epsilon)
    }
    let (rows, vectors) = (x.count / w.count, w.count / Vector.scalarCount)
    let (dx, normal) = (Buffer(count: x.count), Buffer(count: x.count))
    let (dw, db) = (Buffer(count: w.count), Buffer(count: w.count))
    withExtendedLifetime((dy, x, w)) {
      let (pdy, px, pw, pn) = (dy.vectors, x.vectors, w.vectors, normal.vectors)
      let (pdx, pdw, pdb) = (dx.vectors, dw.vectors, db.vectors)
      forEachRun(of: rows, each: 2 * vectors) { run in
        for row in run {
          let at = row * vectors
          let (mean, inverse) = moments(px + at, vectors, epsilon)
          var (sum, along) = (Vector.zero, Vector.zero)
          for i in 0..<vectors {
            pn[at + i] = (px[at + i] - mean) * inverse
            let dn = pdy[at + i] * pw[i]
            sum += dn
            along += dn * pn[at + i]
          }
          let (m, a) = (sum.sum() / Float(w.count), along.sum() / Float(w.count))
          for i in 0..<vectors {
            pdx[at + i] = (pdy[at + i] * pw[i] - m - pn[at + i] * a) * inverse
          }
        }
      }
      // A core has some of the columns for all rows, so the order of the sums does not depend on how many
      // cores there are.
      forEachRun(of: vectors, each: rows) { columns in
        for column in columns {
          (pdw[column], pdb[column]) = (.zero, .zero)
          for row in 0..<rows {
            let i = row * vectors + column
            pdw[column] += pdy[i] * pn[i]
            pdb[column] += pdy[i]
          }
        }
      }
    }
    return (dx, dw, db)
  }
}

/// The mean of a row, and one by the root of its variance plus ε.
@inline(__always)
private func moments(_ x: UnsafeMutablePointer<Vector>, _ vectors: Int, _ epsilon: Double)
  -> (mean: Float, inverse: Float)
{
  let count = Float(vectors * Vector.scalarCount)
  var (sum, rest, squares) = (Vector.zero, Vector.zero, Vector.zero)
  for i in 0..<vectors { sum += x[i] }
  let first = sum.sum() / count
  for i in 0..<vectors {
    let apart = x[i] - first
    rest += apart
    squares += apart * apart
  }
  // What rounding left of the distances from a mean, which add up to zero.
  let more = rest.sum() / count
  let variance = Double(squares.sum() / count - more * more)
  return (first + more, Float(1 / (variance + epsilon).squareRoot()))
}
