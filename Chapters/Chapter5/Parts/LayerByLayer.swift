import Autograd
import Chapter5Net
import Layers
import Notebook

/// The net layer by layer, up to the layer at which a shape fails.
func layerByLayer(_ net: ThreeStageResNet, _ checks: inout Checks) {
  // ### Where a shape fails
  //
  // The notebook sends a picture through its net layer by layer, in a `try`, and prints the layer at which a
  // shape does not fit. Here that is a function of the library: it asks each layer for the shape it would
  // make, and ends at the first that cannot. Given color pictures, the net fails at its first layer:

  for layer in shapesLayerByLayer(of: net, input: [1, 1, 224, 224]) { show(layer) }
  let color = shapesLayerByLayer(of: net, input: [1, 3, 224, 224])
  for layer in color { show(layer) }
  checks.expect("three channels are refused by the first layer", got: color.count, 1)

  // slide: The first layer that a shape does not fit says so
  // show: printed 1 conv6 does not take [1, 3, 224, 224]: conv2D: x is [1, 3, 224, 224], so it has 3 channels; weight is [32, 1, 7, 7], which expects 1
  // mark: [1, 3, 224, 224]
  // say: A picture in color, given to a net for gray ones. Each layer is asked for the shape it would return; nothing is computed.
  //   The notebook does the same in a try, layer by layer.

  // A comment in the notebook says why the stride stands on one convolution of the block only: if both made
  // the image smaller, there would be trouble later. This is the trouble. With the stride on both, the
  // branch halves twice and the shortcut once, and the sum does not fit. To have a stage that halves twice,
  // the shortcut would need a stride of 4.

  final class TwiceHalving: Layer {
    let conv1, conv2, conv3: Conv2D
    init(_ from: Int, _ to: Int, using random: inout Random) {
      conv1 = Conv2D(from, to, kernelSize: 3, stride: 2, padding: 1, using: &random)
      conv2 = Conv2D(to, to, kernelSize: 3, stride: 2, padding: 1, using: &random)
      conv3 = Conv2D(from, to, kernelSize: 1, stride: 2, using: &random)
    }
    func forward(_ x: Tensor) -> Tensor { conv2(relu(conv1(relu(x)))) + conv3(relu(x)) }
    func outputShape(of input: [Int]) throws(SentenceError) -> [Int] {
      let branch = try conv2.outputShape(of: conv1.outputShape(of: input))
      return try Shapes.add(branch, conv3.outputShape(of: input))
    }
  }
  var random = Random(seed: 1)
  let broken = Sequential(named: [
    ("pool0", MaxPool2D(kernelSize: 2)), ("sequential2", TwiceHalving(32, 64, using: &random)),
    ("pool1", GlobalAveragePool2D()),
  ])
  let steps = shapesLayerByLayer(of: broken, input: [1, 32, 112, 112])
  for step in steps { show(step) }
  checks.expect("it ends at the second of three layers", got: steps.count, 2)
  checks.expect(
    "with both shapes",
    "\(steps.last!)".contains("[1, 64, 14, 14]") && "\(steps.last!)".contains("[1, 64, 28, 28]"))
}
