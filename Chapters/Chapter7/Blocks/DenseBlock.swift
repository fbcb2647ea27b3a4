import Autograd
import Layers

/// Convolutions of which each is given what all before it returned, concatenated.
///
/// Huang et al. 2016, "Densely connected convolutional networks", section 3. Each layer is norm, ReLU and
/// a 3 × 3 convolution, and its channels are put behind those it was given; nothing is added.
public final class DenseBlock: Layer {
  /// The norm before each convolution.
  public let norms: [BatchNorm2D]
  /// 3 × 3; each is given more channels than the one before it.
  public let convs: [Conv2D]

  /// - Parameters:
  ///   - inChannels: the channels it is given.
  ///   - growth: the channels that each layer adds.
  ///   - layers: how many there are.
  ///   - random: where the first weights come from.
  public init(_ inChannels: Int, growth: Int, layers: Int, using random: inout Random) {
    let given = (0..<layers).map { inChannels + $0 * growth }
    norms = given.map { BatchNorm2D($0) }
    convs = given.map {
      Conv2D(
        $0, growth, kernelSize: 3, padding: 1, bias: false, initialization: .kaimingNormal,
        using: &random)
    }
  }

  /// - Parameter x: `[N, C, H, W]`.
  /// - Returns: `[N, C + layers · growth, H, W]`.
  public func forward(_ x: Tensor) -> Tensor {
    zip(norms, convs).reduce(x) { x, layer in
      concatenate([x, layer.1(relu(layer.0(x)))])
    }
  }
}
