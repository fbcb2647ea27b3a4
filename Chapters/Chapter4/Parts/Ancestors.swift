import Autograd
import Chapter4Net
import Layers
import Notebook

/// Where ResNet-34 comes from: VGG-19, and the plain net of as many layers.
func ancestors(_ drawings: Figures, _ checks: inout Checks) {
  // He et al. 2015 (figure 3) set three nets side by side. VGG-19 (Simonyan and Zisserman 2015) had been
  // among the deepest of the year before: convolutions of 3 × 3 only, a pooling wherever the image is to be
  // halved, and three large fully connected layers. The plain net keeps its rule, half the size, twice the
  // channels, but halves by the strides of convolutions, and ends in a mean over the image and one
  // layer. So it has nearly twice as many weighted layers and needs less than a fifth of the work. ResNet-34
  // is the plain net with a shortcut around every two convolutions.

  heading(
    "Where it comes from", "He et al. 2015 (figure 3) set three nets side by side.")
  var random = Random(seed: 1)
  let nets: [(title: String, net: any Layer)] = [
    ("VGG-19", VGG19(using: &random)), ("34 plain layers", PlainNet(using: &random)),
    ("ResNet-34", TorchvisionResNet(.layers34, using: &random)),
  ]
  let input = [1, 3, 224, 224]
  var sizes = Table(
    "net", "weighted layers", "multiply-adds, billions", "in the paper", "parameters, millions")
  var apart: [Double] = []
  for ((title, net), published) in zip(nets, [19.6, 3.6, 3.6]) {
    let survey = Survey(of: net, input: input)
    let billions = Double(survey.multiplyAdds) / 1e9
    sizes.add(
      title, survey.depth, decimals(billions, 2), decimals(published, 1),
      decimals(Double(net.parameterCount) / 1e6, 2))
    apart.append(abs(billions / published - 1))
  }
  show(sizes)
  checks.expect(
    "multiply-adds as in the paper, relatively apart by", got: apart.max()!, atMost: 0.02)
  drawings.compare(
    nets.map { ($0.title, $0.net, input) }, as: "ancestors",
    caption: "Aligned by the height and width of what the layers return")

  // slide: ResNet-34 has nearly twice the layers of VGG-19, for a fifth of the work
  // show: table net | weighted layers | multiply-adds, billions | parameters, millions
  // note: One image of 224 × 224. The shortcuts cost next to nothing: three projections.
  // say: He 2015, figure 3. VGG's rule stays: half the size, twice the channels. What is gone are the fully connected layers
  //   and the pooling between the stages; the plain net and ResNet-34 differ only by the shortcuts.

  // A shortcut costs no multiply-adds where it is the identity; the difference between the last two is the
  // three projections. All three end with scores for the thousand classes of ImageNet.
}
