import Autograd
import Layers

/// A net that can say which weights it has, layer by layer, from the images to the scores.
public protocol LayeredNet: Layer {
  var weights: [Parameter] { get }
}
