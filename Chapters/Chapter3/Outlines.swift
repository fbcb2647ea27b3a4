import Autograd
import Notebook
import Plots

/// What a net answers at two inputs.
struct Answers: Hashable {
  let x, y: Float
}

/// The rows of `[M, 2]`.
func points(_ x: Tensor) -> [Answers] {
  let numbers = x.scalars
  return stride(from: 0, to: numbers.count, by: 2).map {
    Answers(x: numbers[$0], y: numbers[$0 + 1])
  }
}

/// How many of `few` are among `many`, to a millionth.
func count(of few: [Answers], in many: [Answers]) -> Int {
  func cell(_ value: Float) -> Float { (value * 1e6).rounded() }
  let cells = Set(many.map { Answers(x: cell($0.x), y: cell($0.y)) })
  return few.count { cells.contains(Answers(x: cell($0.x), y: cell($0.y))) }
}

/// The outlines of three solution spaces, of one, two and three layers.
func outlines(_ title: String, _ spaces: [[Answers]]) -> Picture {
  var chart = LineChart(title, x: Axis("answer at −1"), y: Axis("answer at 1"))
  for (i, space) in spaces.enumerated() {
    let edge = hull(space).map { Point(Double($0.x), Double($0.y)) }
    chart.line(i == 0 ? "one layer" : i == 1 ? "two layers" : "three layers", edge + [edge[0]])
  }
  return chart.picture(width: 480, height: 400)
}

/// The convex hull, from its rightmost point around (Andrew's monotone chain).
private func hull(_ points: [Answers]) -> [Answers] {
  let sorted = points.sorted { ($0.x, $0.y) > ($1.x, $1.y) }
  func chain(_ points: [Answers]) -> [Answers] {
    points.reduce(into: []) { chain, p in
      while chain.count >= 2, cross(chain[chain.count - 2], chain[chain.count - 1], p) <= 0 {
        chain.removeLast()
      }
      chain.append(p)
    }
  }
  return chain(sorted).dropLast() + chain(sorted.reversed()).dropLast()
}

private func cross(_ a: Answers, _ b: Answers, _ c: Answers) -> Float {
  (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}
