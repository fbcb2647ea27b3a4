import Autograd
import Exercising
import Layers

// What most probes do: numbers drawn with the seed of the check, and tensors told.

extension Probe {
  /// A generator with the seed of this check.
  var random: Random { Random(seed: seed) }

  /// Tells all numbers of a tensor.
  mutating func tell(_ name: String, _ tensor: Tensor, within tolerance: Double = 1e-4) {
    tell(name, tensor.scalars, within: tolerance)
  }

  /// Tells all numbers of a gradient, or that there is none.
  mutating func tell(gradient name: String, _ gradient: Tensor?, within tolerance: Double = 1e-4) {
    tell("the gradient of \(name)", gradient?.scalars ?? [], within: tolerance)
  }

  /// Tells the gradients of all parameters of a net, or that there is none.
  mutating func tell(_ gradients: Gradients, of net: any Layer, within tolerance: Double = 1e-4) {
    for (name, parameter) in net.namedParameters {
      tell(gradient: name, gradients[parameter], within: tolerance)
    }
  }
}
