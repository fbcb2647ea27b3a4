import Autograd
import Layers
import Notebook

/// How much the gradients of neighboring inputs have in common.
func shatteredGradients(seeds: [UInt64], _ figures: Figures, _ checks: inout Checks) {
  // A gradient says which way to go for this input. If that of an input nearby says something else, a step
  // along the one is no use to the other. Balduzzi et al. (2017, "The shattered gradients problem") looked at nets
  // that have one number for input, and are untrained: the derivative of the output at 256 points in a row.
  // Neighbors should be alike. How alike a series is to itself, shifted by one, is its **autocorrelation**:
  //
  // $$r = \frac{\sum_i (g_i - \bar g)(g_{i+1} - \bar g)}{\sum_i (g_i - \bar g)^2}$$
  //
  // It is near 1 for a slow curve, and near 0 for **white noise**, in which each number is drawn anew. If only the
  // steps are drawn, each from where the last one ended, that is **brown noise**, a random walk.

  heading(
    "Shattered gradients",
    "A gradient says which way to go for this input.")
  func autocorrelation(_ g: [Float]) -> Double {
    let values = g.map(Double.init)
    let mean = values.reduce(0, +) / Double(values.count)
    let centered = values.map { $0 - mean }
    let shifted = zip(centered, centered.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 }
    return shifted / centered.reduce(0) { $0 + $1 * $1 }
  }

  // The nets have 200 numbers in each layer. A layer is a norm, a ReLU and a linear layer; with a shortcut
  // around it in the residual nets, whose branch may be multiplied by β. The norms take their statistics from
  // the 256 points, and then keep them: the net is a function of one number.

  func derivatives(of model: LineModel, seed: UInt64) -> [Float] {
    var random = Random(seed: seed)
    let (first, last) = (Linear(1, 200, using: &random), Linear(200, 1, using: &random))
    let layers = (0..<model.layers).map { _ in
      (
        norm: BatchNorm2D(200, momentum: nil),
        linear: Linear(200, 200, initialization: .kaimingNormal, using: &random)
      )
    }
    func output(_ x: Tensor) -> Tensor {
      layers.reduce(first(x)) { x, layer in
        let normed =
          model.hasNorms ? layer.norm(x.reshaped([256, 200, 1, 1])).reshaped([256, 200]) : x
        let branch = model.beta * layer.linear(relu(normed))
        return model.isResidual ? x + branch : branch
      }
    }
    let points = Tensor((0..<256).map { 4 * Float($0) / 255 - 2 }, shape: [256, 1])
    _ = output(points.on(Tape()))
    let x = Tape(.evaluation).watch(points)
    return last(output(x)).sum().backward()[x]!.scalars
  }

  let trials = Experiment(LineModel.all, seeds: seeds).measure { model, seed in
    derivatives(of: model, seed: seed)
  }
  let noise = seeds.map { seed in
    var random = Random(seed: seed)
    return (0..<256).map { _ in random.normal() }
  }
  let walk = noise.map { steps in steps.reduce(into: [Float]()) { $0.append(($0.last ?? 0) + $1) } }
  var correlations = Table("net", "layers", "autocorrelation")
  func add(_ name: String, _ layers: Any, _ series: [[Float]]) {
    correlations.add(name, layers, Spread(series.map(autocorrelation), digits: 2))
  }
  for model in LineModel.all { add(model.name, model.layers, trials.of(model)) }
  add("brown noise", "", walk)
  add("white noise", "", noise)
  show(correlations)
  for model in LineModel.drawn {
    figures.show(derivativeChart(model, trials.of(model)[0]), as: "shattered-\(model.file)")
  }
  checks.expectShattered(trials, autocorrelation)

  // The derivative of the plain net of 24 layers is white noise: no neighbor knows of another. In the residual
  // net of 50 most of the resemblance is left, and more of it if the branches are small. Each plain layer halves the
  // correlation of two gradients, by the paper's theory, so that after L layers $2^{-L}$ of it is left; in residual nets
  // with norms it falls as $1 / \sqrt L$, if their branches are scaled down.
  //
  // It takes norms to see this. Without them the features of all points become alike from layer to layer, so that the
  // same ReLUs are open for all of them, and after 24 plain layers neighbors have nearly the same derivative.

  // slide: The gradients of a deep plain net are white noise
  // number: plain = plain + 24 | autocorrelation
  // number: residual = residual + 50 | autocorrelation
  // show: figure shattered-plain-24
  // say: One number goes in, one comes out; here is the derivative at 256 points. From one point to the next the correlation is
  //   {plain}; in the residual net of 50 layers it is {residual}. A step along such a gradient is no use a little farther on.
}
