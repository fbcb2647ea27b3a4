import ArgumentParser
import Autograd
import Chapter2Net
import Chapter4Net
import Chapter5Net
import Layers
import Optimizers

/// The net of a notebook, and the optimizer it is trained with there.
enum NotebookNet: String, CaseIterable, ExpressibleByArgument {
  case chapter2, chapter4, chapter5

  /// The net with its first weights, and its optimizer.
  func make() -> (net: any Layer, optimizer: any Optimizer) {
    var random = Random(seed: 1)
    switch self {
    case .chapter2:
      let net = Net(using: &random)
      return (net, SGD(net.parameters, learningRate: 0.01, momentum: 0.5))
    case .chapter4:
      let net = ResNet(using: &random)
      return (net, Adam(net.parameters, learningRate: 0.001))
    case .chapter5:
      let net = ThreeStageResNet(.normFirst, using: &random)
      return (net, SGD(net.parameters, learningRate: 0.1))
    }
  }
}
