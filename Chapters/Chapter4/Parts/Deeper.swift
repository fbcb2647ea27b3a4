import Autograd
import Chapter4Net
import Layers
import Notebook

/// Both variants of all five depths, counted.
func deeper(using random: inout Random, _ checks: inout Checks) {
  // Other depths are other numbers of blocks; from 50 layers on a block is a bottleneck of three
  // convolutions, of which the 3 × 3 in the middle has a quarter of the channels. The notebook's nets and
  // torchvision's are two implementation variants: the notebook's convolutions have biases, which the norms
  // behind them cancel, and its shortcuts have no norm. So weights of one do not fit the other.

  heading(
    "Deeper",
    "Other depths are other numbers of blocks; from 50 layers on a block is a bottleneck of three "
      + "convolutions, of which the 3 × 3 in the middle has a quarter of the channels.")
  var depths = Table(
    "layers", "blocks", "notebook's variant", "torchvision's", "published by torchvision")
  for depth in Depth.allCases {
    let notebook = ResNet(depth, inChannels: 3, classes: 1000, using: &random)
    let torchvision = TorchvisionResNet(depth, using: &random)
    let (count, wanted) = (torchvision.parameterCount, Published.torchvisionCounts[depth.rawValue]!)
    depths.add(depth.rawValue, depth.blocks, notebook.parameterCount, count, wanted)
    let image = [1, 3, 32, 32]
    checks.expect(
      "\(depth.rawValue) layers in both variants, and torchvision's count",
      Survey(of: notebook, input: image).depth == depth.rawValue
        && Survey(of: torchvision, input: image).depth == depth.rawValue && count == wanted)
  }
  show(depths)

  // What a net of another depth or width would cost can be tried here, stage by stage. The counts are
  // polynomials of the second degree in the width, the channels of the first convolution; so the lab makes
  // only nets of widths 1, 2 and 3, and computes the polynomials.
  //
  // lab: depths

  // slide: Other depths are other numbers of blocks, and the counts are torchvision's
  // show: table layers | blocks | torchvision's | published by torchvision
  // say: From 50 layers on a block is a bottleneck: 1 × 1 down, 3 × 3, 1 × 1 up. So 34 and 50 layers have the same numbers of
  //   blocks. Every count is the published one, to the last parameter.
}
