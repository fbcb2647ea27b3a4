import Layers

/// The parameters of a block, counted by kind.
struct Census {
  /// Weights of convolutions.
  var kernels = 0
  /// Biases of convolutions.
  var biases = 0
  /// Weights and biases of norms.
  var norms = 0

  init(of layer: any Layer) {
    switch layer {
    case let conv as Conv2D:
      kernels = conv.weight.value.count
      biases = conv.bias?.value.count ?? 0
    case is BatchNorm2D:
      norms = layer.parameterCount
    default:
      for (_, part) in layer.children {
        let inside = Census(of: part)
        kernels += inside.kernels
        biases += inside.biases
        norms += inside.norms
      }
    }
  }
}
