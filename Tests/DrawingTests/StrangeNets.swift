import Autograd
import Chapter2Net
import Chapter3Blocks
import Chapter4Net
import Drawing
import Layers

/// What nets did that a student might write.
let strangeGraphs = strangeNets().map { Graph(of: $0, input: $1) }

private func strangeNets() -> [(any Layer, [Int])] {
  var random = Random(seed: 1)
  func conv(_ from: Int = 4, _ to: Int = 4) -> Conv2D {
    Conv2D(from, to, kernelSize: 3, padding: 1, using: &random)
  }
  let image = [1, 4, 8, 8]
  return [
    (Student { x, _ in x }, [1, 3]),
    (Student { x, _ in x + x }, [1, 3]),
    (Student { x, _ in relu(x + x) * sigmoid(x) }, [1, 3]),
    // Three branches from one place.
    (
      Student(["a": conv(), "b": conv(), "c": conv()]) { x, l in
        l[0](x) + relu(l[1](x)) + tanh(relu(l[2](x)))
      }, image
    ),
    // A shortcut around shortcuts, in frames and around frames.
    (
      Student([
        "inner": Sequential(ResidualBlock(4, using: &random), ResidualBlock(4, using: &random)),
        "down": Sequential(conv(), Sequential(BatchNorm2D(4), conv())),
      ]) { x, l in relu(l[0](x) + l[1](x)) + x }, image
    ),
    (Student(["r": ResidualBlock(4, using: &random)]) { x, l in l[0](l[0](l[0](x))) }, image),
    // A gate beside the main road, which is no sum.
    (
      Student(["a": conv(), "b": conv(), "gate": conv()]) { x, l in
        x + l[1](relu(l[0](x))) * sigmoid(l[2](x))
      }, image
    ),
    // Everything that came before is added again.
    (
      Student(["a": conv(), "b": conv(), "c": conv()]) { x, l in
        let y = relu(l[0](x))
        let z = relu(l[1](y)) + x
        return relu(l[2](z)) + x + y
      }, image
    ),
    // A shortcut that branches itself.
    (
      Student(["a": conv(), "b": conv(), "c": conv(), "d": conv()]) { x, l in
        relu(l[0](relu(l[1](relu(l[2](x)))))) + (l[3](x) + x)
      }, image
    ),
    // Three stages, and a road around all of them.
    (
      Student([
        "down": Sequential(ResidualBlock(4, using: &random), ResidualBlock(4, using: &random)),
        "wide": Residual(4, 8, stride: 1, using: &random),
        "up": Residual(8, 4, using: &random),
      ]) { x, l in relu(l[2](l[1](l[0](x))) + x) }, image
    ),
    // What is added was computed from learned numbers alone.
    (
      { weight in Student { x, _ in relu(x) + 2 * weight.on(x.tape) } }(Parameter(.zeros([1, 3]))),
      [1, 3]
    ),
    (
      { weight in Student { x, _ in relu(weight.on(x.tape)) } }(Parameter(.zeros([1, 3]))), [1, 3]
    ),
    (Sequential((0..<30).map { _ in Sequential(conv(), ReLU()) }), image),
    (made { ResNet(.layers50, using: &$0) }, [1, 1, 16, 16]),
    (made { TorchvisionResNet(.layers50, using: &$0) }, [1, 3, 16, 16]),
  ]
}
