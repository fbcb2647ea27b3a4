import Foundation
import Notebook
import Plots

/// A net from number to number: how many layers it has, and what is around and in them.
struct LineModel: Hashable, Encodable {
  let layers: Int
  var isResidual = false
  var hasNorms = true
  var beta: Float = 1

  var name: String {
    (isResidual ? "residual" : "plain") + (hasNorms ? "" : ", no norms")
      + (beta == 1 ? "" : ", β = \(beta)")
  }

  /// As its figure is called.
  var file: String {
    (isResidual ? "residual" : "plain") + "-\(layers)" + (beta == 1 ? "" : "-scaled")
  }

  static let one = LineModel(layers: 1)
  static let plain = LineModel(layers: 24)
  static let plainFifty = LineModel(layers: 50)
  static let residual = LineModel(layers: 50, isResidual: true)
  static let scaled = LineModel(layers: 50, isResidual: true, beta: 0.1)
  static let plainWithoutNorms = LineModel(layers: 24, hasNorms: false)
  static let scaledWithoutNorms = LineModel(
    layers: 50, isResidual: true, hasNorms: false, beta: 0.1)

  static let all = [
    one, plain, plainFifty, residual, scaled, plainWithoutNorms, scaledWithoutNorms,
  ]
  static let drawn = [one, plain, residual]
}

/// The derivative at each of the 256 points.
func derivativeChart(_ model: LineModel, _ derivatives: [Float]) -> Picture {
  var chart = LineChart(
    "The derivative of a \(model.name) net of \(model.layers == 1 ? "one layer" : "\(model.layers) layers")",
    x: Axis("x"),
    y: Axis("derivative"))
  chart.line(
    "", derivatives.enumerated().map { Point(4 * Double($0) / 255 - 2, Double($1)) }, color: .blue)
  return chart.picture(height: 200)
}
