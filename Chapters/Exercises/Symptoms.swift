import Autograd
import Chapter1Net
import Datasets
import Exercising
import Layers

// What several symptoms show: how numbers and gradients change from layer to layer.

/// The root of the mean square of all numbers.
func size(_ x: Tensor) -> Double { norm(x) / Double(x.count).squareRoot() }

extension Probe {
  /// Tells the norm of each layer's gradient in a net of thirty layers with sigmoids.
  ///
  /// - Parameter isShare: whether as a share of the last one's.
  mutating func tellThirtyLayers(isResidual: Bool, isShare: Bool = true) {
    var random = random
    let net = DeepNet(.sigmoid, isResidual: isResidual, using: &random)
    let digits = DrawnDigits.dataset(training: 64, test: 0, seed: seed).training
    let normalize = Normalize(mean: digits.mean, deviation: digits.deviation)
    let batch = digits.batches(of: 64, normalize: normalize).first { _ in true }!
    let gradients = crossEntropy(net(batch.images.on(Tape())), batch.labels).backward()
    let norms = net.weights.map { gradients[$0].map(norm) ?? 0 }
    tell("the gradient norm of each layer", isShare ? norms.map { $0 / norms.last! } : norms)
  }

  /// Tells the size of what each of ten convolutions with ReLUs returns, begun with `.kaimingNormal`.
  mutating func tellTenConvolutions() {
    var random = random
    var x = Tensor.normal([4, 16, 12, 12], using: &random)
    let sizes = (1...10).map { _ in
      let conv = Conv2D(
        16, 16, kernelSize: 3, padding: 1, initialization: .kaimingNormal, using: &random)
      x = relu(conv(x))
      return size(x)
    }
    tell("the size behind each convolution", sizes, within: 1e-3)
  }

  /// Tells the slope of a function at −3 to 3, as the tape has it.
  mutating func tellSlopes(of function: (Tensor) -> Tensor) {
    let x = Tape().watch(Tensor(slopePlaces.map { Float($0) }, shape: [slopePlaces.count]))
    tell("the slope at −3 to 3", function(x).sum().backward()[x]!.scalars)
  }
}

/// Numbers from −3 to 3, but not zero, where ReLU has no slope.
let slopePlaces = (0..<60).map { Double($0) / 10 - 2.95 }
