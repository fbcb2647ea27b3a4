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
}
