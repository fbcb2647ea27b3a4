import Autograd
import Layers

// Blocks of later papers, written as a user would, with the names of `Tests/Fixtures/later.py`.

/// ResNeXt, 2016: a bottleneck whose middle convolution is in groups.
final class ResNeXt: Layer {
  let conv1, conv2, conv3: Conv2D
  let bn1 = BatchNorm2D(8)
  let bn2 = BatchNorm2D(8)
  let bn3 = BatchNorm2D(8)

  init(using random: inout Random) {
    conv1 = Conv2D(8, 8, kernelSize: 1, bias: false, using: &random)
    conv2 = Conv2D(8, 8, kernelSize: 3, padding: 1, groups: 4, bias: false, using: &random)
    conv3 = Conv2D(8, 8, kernelSize: 1, bias: false, using: &random)
  }

  func forward(_ x: Tensor) -> Tensor {
    let y = relu(bn2(conv2(relu(bn1(conv1(x))))))
    return relu(x + bn3(conv3(y)))
  }
}

/// SENet, 2017: each channel of the branch gets a factor, computed from all of them.
final class SqueezeExcitation: Layer {
  let conv1, conv2: Conv2D
  let bn1 = BatchNorm2D(8)
  let bn2 = BatchNorm2D(8)
  let fc1, fc2: Linear

  init(using random: inout Random) {
    conv1 = Conv2D(8, 8, kernelSize: 3, padding: 1, bias: false, using: &random)
    conv2 = Conv2D(8, 8, kernelSize: 3, padding: 1, bias: false, using: &random)
    (fc1, fc2) = (Linear(8, 2, using: &random), Linear(2, 8, using: &random))
  }

  func forward(_ x: Tensor) -> Tensor {
    let y = bn2(conv2(relu(bn1(conv1(x)))))
    let squeezed = globalAveragePool2D(y).flattened()
    let factors = sigmoid(fc2(relu(fc1(squeezed))))
    return relu(x + y * factors.reshaped([x.shape[0], 8, 1, 1]))
  }
}

/// DenseNet, 2016: what a layer computes is put behind what it was given.
final class Dense: Layer {
  let bn1 = BatchNorm2D(6)
  let bn2 = BatchNorm2D(10)
  let conv1, conv2: Conv2D

  init(using random: inout Random) {
    conv1 = Conv2D(6, 4, kernelSize: 3, padding: 1, bias: false, using: &random)
    conv2 = Conv2D(10, 4, kernelSize: 3, padding: 1, bias: false, using: &random)
  }

  func forward(_ x: Tensor) -> Tensor {
    let two = concatenate([x, conv1(relu(bn1(x)))])
    return concatenate([two, conv2(relu(bn2(two)))])
  }
}

/// U-Net, 2015: what was computed before the pooling is put behind what comes back.
final class UNet: Layer {
  let conv1, conv2, conv3: Conv2D

  init(using random: inout Random) {
    conv1 = Conv2D(2, 4, kernelSize: 3, padding: 1, using: &random)
    conv2 = Conv2D(4, 8, kernelSize: 3, padding: 1, using: &random)
    conv3 = Conv2D(12, 3, kernelSize: 3, padding: 1, using: &random)
  }

  func forward(_ x: Tensor) -> Tensor {
    let a = relu(conv1(x))
    let b = relu(conv2(maxPool2D(a, kernelSize: 2)))
    return conv3(concatenate([a, twiceAsLarge(b)]))
  }

  /// Each pixel four times: `[N, C, H, W]` becomes `[N, C, 2H, 2W]`.
  private func twiceAsLarge(_ x: Tensor) -> Tensor {
    let (n, c, h, w) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3])
    let pixels = x.reshaped([n, c, h, 1, w, 1]) * Tensor.ones([1, 1, 1, 2, 1, 2])
    return pixels.reshaped([n, c, 2 * h, 2 * w])
  }
}

/// The Transformer of 2017, with the norms at the beginning of each branch: attention of two heads, and two
/// linear layers, each with a shortcut around it.
final class Transformer: Layer {
  let norm1 = LayerNorm(16)
  let norm2 = LayerNorm(16)
  let query, key, value, out, up, down: Linear

  init(using random: inout Random) {
    query = Linear(16, 16, using: &random)
    key = Linear(16, 16, using: &random)
    value = Linear(16, 16, using: &random)
    out = Linear(16, 16, using: &random)
    up = Linear(16, 32, using: &random)
    down = Linear(32, 16, using: &random)
  }

  /// - Parameter x: `[N, T, 16]`.
  func forward(_ x: Tensor) -> Tensor {
    let y = x + attention(norm1(x))
    return y + each(norm2(y)) { down(gelu(up($0))) }
  }

  private func attention(_ x: Tensor) -> Tensor {
    let (q, k, v) = (heads(each(x, query)), heads(each(x, key)), heads(each(x, value)))
    let weights = softmax(Float(1 / 8.0.squareRoot()) * matMul(q, k.transposed(2, 3)))
    return each(matMul(weights, v).transposed(1, 2).reshaped(x.shape), out)
  }

  /// `[N, T, 16]` as `[N, 2, T, 8]`.
  private func heads(_ x: Tensor) -> Tensor {
    x.reshaped([x.shape[0], x.shape[1], 2, 8]).transposed(1, 2)
  }

  /// A layer of rows, for each place of each sequence.
  private func each(_ x: Tensor, _ layer: (Tensor) -> Tensor) -> Tensor {
    layer(x.reshaped([x.shape[0] * x.shape[1], 16])).reshaped(x.shape)
  }

  private func each(_ x: Tensor, _ layer: Linear) -> Tensor { each(x) { layer($0) } }
}
