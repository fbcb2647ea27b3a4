import Autograd
import Layers

/// A net whose weights are known layer by layer.
public protocol LayeredNet: Layer {
  /// The weight of each layer, from the images to the scores.
  var weights: [Parameter] { get }
}
