import Autograd
import Layers
import Notebook

/// The logarithm of the gradient by depth, plain and residual.
func straightAndBent(seeds: [UInt64], _ figures: Figures, _ checks: inout Checks) {
  // Last, depth itself. In a plain net each layer multiplies the gradient by about the same factor, so its
  // logarithm falls or rises along a straight line. Yang and Schoenholz (2017, "Mean field residual networks: on the
  // edge of chaos") computed what a shortcut changes: with tanh the gradient grows less than exponentially
  // with depth. Again the shortcut collects: the larger x is, the less tanh passes on, and the later the block,
  // the nearer its factor to 1. The line bends.
  //
  // Nets of a hundred layers of 128 numbers with a tanh, and weights of variance σ² / 128.

  heading(
    "Straight and bent",
    "In a plain net each layer multiplies the gradient by about the same factor, so its logarithm falls or "
      + "rises along a straight line.")
  func gradientNorms(of model: DepthModel, seed: UInt64) -> [Double] {
    var random = Random(seed: seed)
    let (n, layers) = (128, 100)
    var x = Tape().watch(Tensor.normal([16, n], using: &random))
    var features = [x]
    for _ in 0..<layers {
      let linear = Linear(n, n, bias: false, using: &random)
      let deviation = model.sigma / Float(n).squareRoot()
      linear.weight.value = .normal([n, n], deviation: deviation, using: &random)
      let branch = tanh(linear(x))
      x = model.isResidual ? x + branch : branch
      features.append(x)
    }
    var gradients: [Int: Tensor] = [:]
    let direction = Tensor.normal([16, n], using: &random)
    _ = (x * direction).sum().backward { flow in
      gradients[flow.to] = gradients[flow.to].map { $0 + flow.gradient } ?? flow.gradient
    }
    return features.map { norm(gradients[$0.line!]!) }
  }
  let trials = Experiment(DepthModel.all, seeds: seeds).measure { model, seed in
    gradientNorms(of: model, seed: seed)
  }
  show(depthTable(trials))
  figures.show(depthChart(trials), as: "straight-and-bent")
  checks.expectBends(trials)

  // A straight line has a quarter of its rise in the first quarter of the layers. So have the plain nets, whether
  // their gradient falls (σ = 0.7) or grows (σ = 2). The residual ones have nearly half there, on the way back the
  // last quarter to be passed: theirs grows like the exponential of the root of the depth, for which it would be exactly one
  // half. It grows nonetheless, with large weights ten-thousandfold: a shortcut does not keep a gradient constant, it makes
  // its growth slow enough for depth.

  // slide: Plain, the logarithm of the gradient is a straight line; residual, it bends
  // show: figure straight-and-bent
  // say: A hundred layers with tanh, two sizes of weights. Plain nets multiply the gradient by the same factor in each layer. With
  //   shortcuts x grows, tanh passes on less of it, and later blocks have factors closer to one. Yang and Schoenholz 2017.
}
