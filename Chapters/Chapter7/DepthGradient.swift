import Autograd
import Foundation

/// The norm of the loss's gradient at places of a net, in the order of the places.
///
/// - Parameters:
///   - places: on the tape of the loss.
///   - loss: one number.
func gradientNorms(at places: [Tensor], of loss: Tensor) -> [Double] {
  var gradients: [Int: Tensor] = [:]
  let lines = Set(places.map { $0.line! })
  // A place's gradient is the sum of what flows back to it.
  _ = loss.backward { flow in
    guard lines.contains(flow.to) else { return }
    gradients[flow.to] = gradients[flow.to].map { $0 + flow.gradient } ?? flow.gradient
  }
  return places.map { norm(gradients[$0.line!]!) }
}

/// The root of the sum of all squares.
func norm(_ x: Tensor) -> Double {
  x.scalars.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
}

/// The root of the mean of all squares.
func rootMeanSquare(_ x: Tensor) -> Double { norm(x) / Double(x.count).squareRoot() }
