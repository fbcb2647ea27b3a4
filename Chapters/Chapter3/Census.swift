import Layers

/// What a block learns, sorted by what it is for.
struct Census {
  /// Numbers in the windows of convolutions.
  var windows = 0
  /// Numbers added behind them.
  var biases = 0
  /// Numbers that norms scale and shift by.
  var norms = 0

  init(of layer: any Layer) {
    switch layer {
    case let conv as Conv2D:
      windows = conv.weight.value.count
      biases = conv.bias?.value.count ?? 0
    case is BatchNorm2D:
      norms = layer.parameterCount
    default:
      for (_, part) in layer.children {
        let inside = Census(of: part)
        windows += inside.windows
        biases += inside.biases
        norms += inside.norms
      }
    }
  }
}
