import Kernels
import TestSupport
import Testing

/// Twenty blocks of convolution, norm and relu, with a shortcut around each two, in training mode.
private struct DeepNet {
  let kernels: any KernelSet.Type
  let conv = Conv2DGeometry(
    images: 4, inChannels: 17, height: 6, width: 6, outChannels: 17, kernel: 3, stride: 1,
    padding: 1)
  let image = ImageGeometry(images: 4, channels: 17, height: 6, width: 6)

  func weight(_ block: Int) -> Buffer { .ramp(conv.weightCount, seed: 31 * block) }

  func normalization(_ block: Int) -> Normalization {
    Normalization(
      weight: Buffer(ramp(17, seed: block).map { 1 + $0 / 2 }), bias: .ramp(17, seed: 7 * block),
      epsilon: 1e-5)
  }

  /// The result, and the gradients of input, convolutions' weights and norms' weights and biases.
  func run() -> [(name: String, numbers: Buffer)] {
    var (x, backs) = (Buffer.ramp(image.count), [(Buffer) -> Buffer]())
    var found: [(name: String, numbers: Buffer)] = []
    func block(_ number: Int, relu: Bool, _ x: Buffer) -> (y: Buffer, back: (Buffer) -> Buffer) {
      let (w, n) = (weight(number), normalization(number))
      let middle = kernels.conv2D(x, w, nil, conv)
      let (norm, measured) = kernels.batchNorm2D(middle, n, image)
      let y = relu ? kernels.relu(norm) : norm
      return (
        y,
        { dy in
          let dy = relu ? kernels.reluGradient(dy, y: y) : dy
          let back = kernels.batchNorm2DGradient(dy, middle, n, measured: measured, image)
          found.append(("weight \(number)", back.w))
          found.append(("bias \(number)", back.b))
          found.append(("window \(number)", kernels.conv2DWeightGradient(back.x, x, conv)))
          return kernels.conv2DInputGradient(back.x, w, conv)
        }
      )
    }
    for number in stride(from: 0, to: 20, by: 2) {
      let first = block(number, relu: true, x)
      let second = block(number + 1, relu: false, first.y)
      let y = kernels.relu(kernels.add(x, second.y))
      backs.append { dy in
        let dy = kernels.reluGradient(dy, y: y)
        return kernels.add(dy, first.back(second.back(dy)))
      }
      x = y
    }
    found.append(("y", x))
    let dx = backs.reversed().reduce(Buffer.ramp(image.count, seed: 5)) { dy, back in back(dy) }
    return found + [("dx", dx)]
  }
}

@Suite struct DeepNetTests {
  @Test(arguments: fastSets)
  func twentyBlocksAgreeToThreeDigits(fast: any KernelSet.Type) {
    let (fast, readable) = (DeepNet(kernels: fast.self), DeepNet(kernels: Reference.self))
    let (found, wanted) = (fast.run(), readable.run())
    #expect(found.map(\.name) == wanted.map(\.name))
    for (found, wanted) in zip(found, wanted) {
      expectClose(found.numbers, wanted.numbers, tolerance: 1e-3, found.name)
    }
  }
}
