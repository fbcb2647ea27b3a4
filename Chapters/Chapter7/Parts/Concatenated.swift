import Autograd
import Chapter7Blocks
import Layers
import Notebook

/// DenseNet: what a layer computes is put behind what it was given.
func concatenated(
  seeds: [UInt64], _ drawings: Figures, _ figures: Figures, _ checks: inout Checks
) {
  heading("Concatenated, not added", "A sum forgets its terms; channels side by side do not.")

  // A sum forgets its terms; channels side by side do not. In a DenseNet every layer is given the results
  // of all layers before it, concatenated, and puts a few channels of its own behind them. How many is
  // called the growth.
  //
  // source: Chapters/Chapter7/Blocks/DenseBlock.swift

  var random = Random(seed: seeds[0])
  let block = DenseBlock(16, growth: 12, layers: 4, using: &random)
  drawings.draw(block, input: [1, 16, 28, 28], .paper, as: "dense", caption: "A dense block")
  var shapes = Table("layer", "given", "its own", "handed on")
  for (i, conv) in block.convs.enumerated() {
    let given = 16 + 12 * i
    shapes.add(i + 1, given, conv.weight.value.shape[0], given + 12)
  }
  show(shapes)
  let shape = block(.zeros([1, 16, 28, 28])).shape
  checks.expect("four layers make 64 channels of 16", got: shape, [1, 64, 28, 28])

  // So the last layer reads the first one's channels unchanged, and the gradient of these comes back
  // without any layer between. How much that does shows in depth. A dense block of 10, 40 and 100 layers
  // against as many layers in a row, each with norm, ReLU and convolution, given only what the one before
  // it returned. A random gradient comes in at the end; the table has the norm of the first convolution's
  // gradient, divided by that of the last one's. Both gradients are divided by the norm of their weights,
  // so that widths do not matter.

  func plain(_ layers: Int, _ random: inout Random) -> Sequential {
    Sequential(
      (0..<layers).flatMap { _ -> [any Layer] in
        let conv = Conv2D(
          8, 8, kernelSize: 3, padding: 1, bias: false, initialization: .kaimingNormal,
          using: &random)
        return [BatchNorm2D(8), ReLU(), conv]
      })
  }
  let trials = Experiment(ChainModel.all, seeds: seeds).measure { model, seed in
    var random = Random(seed: seed)
    let net: any Layer =
      model.isDense
      ? DenseBlock(8, growth: 4, layers: model.layers, using: &random)
      : plain(model.layers, &random)
    let x = Tensor.normal([8, 8, 8, 8], using: &random)
    let y = net(x.on(Tape()))
    let gradients = (y * .normal(y.shape, using: &random)).sum().backward()
    let weights = net.all(Conv2D.self).map(\.weight)
    return weights.map { norm(gradients[$0]!) / norm($0.value) }
  }
  show(chainTable(trials))
  figures.show(chainChart(trials), as: "dense-gradient")
  checks.expectChains(trials)

  // slide: What is concatenated brings its gradient back directly
  // number: plain = 100 + in a row | first : last, greatest
  // number: dense = 100 + dense | first : last, greatest
  // show: figure dense-gradient
  // say: A hundred layers in a row, with norms: the gradient grows {plain:0} times on its way back. In the dense block, {dense:2} times: every
  //   layer hands its channels directly to the end.

  // In a row the gradient grows with every norm it passes, as in chapter 5 behind each sum: millionfold and
  // more along a hundred layers. In the dense block it is about the same at the first layer as at the last.
  // What it costs: the last of a hundred layers is given 404 channels. The paper's net of 100 layers and
  // 0.8 million parameters has 4.51 % errors on CIFAR-10, where a residual one of 1001 layers and 10.2
  // million has 4.62 %.
}
