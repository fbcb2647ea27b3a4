import Kernels
import OneDNNKernels
import TestSupport
import Testing

/// A convolution, said as `(images, channels, height, width)`, how many windows, and the window.
func convolution(
  _ x: (Int, Int, Int, Int), to outChannels: Int, kernel: Int, stride: Int = 1, padding: Int = 0,
  groups: Int = 1
) -> Conv2DGeometry {
  Conv2DGeometry(
    images: x.0, inChannels: x.1, height: x.2, width: x.3, outChannels: outChannels,
    kernel: kernel, stride: stride, padding: padding, groups: groups)
}

/// All three kernels of a convolution agree with the readable ones, within `tolerance` of the largest number.
func expectAgreement(
  _ fast: any KernelSet.Type, _ g: Conv2DGeometry, tolerance: Float
) {
  let (x, w) = (Buffer.ramp(g.inputCount), Buffer.ramp(g.weightCount, seed: 3))
  let (b, dy) = (Buffer.ramp(g.outChannels, seed: 5), Buffer.ramp(g.outputCount, seed: 7))
  let y = Reference.conv2D(x, w, nil, g)
  expectClose(fast.conv2D(x, w, nil, g), y, tolerance: tolerance)
  let perChannel = Buffer(
    y.scalars.enumerated().map { i, y in
      y + b.scalars[i / (g.outHeight * g.outWidth) % g.outChannels]
    })
  expectClose(fast.conv2D(x, w, b, g), perChannel, tolerance: tolerance)
  let dx = Reference.conv2DInputGradient(dy, w, g)
  expectClose(fast.conv2DInputGradient(dy, w, g), dx, tolerance: tolerance)
  let dw = Reference.conv2DWeightGradient(dy, x, g)
  expectClose(fast.conv2DWeightGradient(dy, x, g), dw, tolerance: tolerance)
  let db = Reference.conv2DBiasGradient(dy, g)
  expectClose(fast.conv2DBiasGradient(dy, g), db, tolerance: tolerance)
}
