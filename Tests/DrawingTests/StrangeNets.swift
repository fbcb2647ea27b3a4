import Autograd
import Chapter2Net
import Chapter3Blocks
import Chapter4Net
import Drawing
import Layers

/// The graphs of unusual nets that a student might write.
let strangeGraphs = strangeNets().map { Graph(of: $0, input: $1) }

private func strangeNets() -> [(any Layer, [Int])] {
  var random = Random(seed: 1)
  func conv(_ from: Int = 4, _ to: Int = 4) -> Conv2D {
    Conv2D(from, to, kernelSize: 3, padding: 1, using: &random)
  }
  let image = [1, 4, 8, 8]
  return [
    (ClosureLayer { x, _ in x }, [1, 3]),
    (ClosureLayer { x, _ in x + x }, [1, 3]),
    (ClosureLayer { x, _ in relu(x + x) * sigmoid(x) }, [1, 3]),
    // Three branches from one fork.
    (
      ClosureLayer(["a": conv(), "b": conv(), "c": conv()]) { x, l in
        l[0](x) + relu(l[1](x)) + tanh(relu(l[2](x)))
      }, image
    ),
    // A shortcut around shortcuts, inside layers and across them.
    (
      ClosureLayer([
        "inner": Sequential(ResidualBlock(4, using: &random), ResidualBlock(4, using: &random)),
        "down": Sequential(conv(), Sequential(BatchNorm2D(4), conv())),
      ]) { x, l in relu(l[0](x) + l[1](x)) + x }, image
    ),
    (ClosureLayer(["r": ResidualBlock(4, using: &random)]) { x, l in l[0](l[0](l[0](x))) }, image),
    // A gate that multiplies the branch.
    (
      ClosureLayer(["a": conv(), "b": conv(), "gate": conv()]) { x, l in
        x + l[1](relu(l[0](x))) * sigmoid(l[2](x))
      }, image
    ),
    // Dense additions: all earlier results are added again.
    (
      ClosureLayer(["a": conv(), "b": conv(), "c": conv()]) { x, l in
        let y = relu(l[0](x))
        let z = relu(l[1](y)) + x
        return relu(l[2](z)) + x + y
      }, image
    ),
    // A shortcut that forks.
    (
      ClosureLayer(["a": conv(), "b": conv(), "c": conv(), "d": conv()]) { x, l in
        relu(l[0](relu(l[1](relu(l[2](x)))))) + (l[3](x) + x)
      }, image
    ),
    // Three stages, and a shortcut around all of them.
    (
      ClosureLayer([
        "down": Sequential(ResidualBlock(4, using: &random), ResidualBlock(4, using: &random)),
        "wide": Residual(4, 8, stride: 1, using: &random),
        "up": Residual(8, 4, using: &random),
      ]) { x, l in relu(l[2](l[1](l[0](x))) + x) }, image
    ),
    // An addend that depends on a parameter only.
    (
      { weight in ClosureLayer(using: weight) { x, _ in relu(x) + 2 * weight.on(x.tape) } }(
        Parameter(.zeros([1, 3]))),
      [1, 3]
    ),
    (
      { weight in ClosureLayer(using: weight) { x, _ in relu(weight.on(x.tape)) } }(
        Parameter(.zeros([1, 3]))),
      [1, 3]
    ),
    (Sequential((0..<30).map { _ in Sequential(conv(), ReLU()) }), image),
    (made { ResNet(.layers50, using: &$0) }, [1, 1, 16, 16]),
    (made { TorchvisionResNet(.layers50, using: &$0) }, [1, 3, 16, 16]),
  ]
}
