import Kernels

/// A pooling, said as `(images, channels, height, width)` and the window.
func pooling(
  _ x: (Int, Int, Int, Int), kernel: Int, stride: Int, padding: Int = 0
) -> Pool2DGeometry {
  Pool2DGeometry(
    images: x.0, channels: x.1, height: x.2, width: x.3,
    kernel: kernel, stride: stride, padding: padding)
}

/// Windows of all kinds, over channels that fill no block.
let poolings = [
  pooling((1, 1, 1, 1), kernel: 1, stride: 1),
  pooling((1, 1, 5, 7), kernel: 2, stride: 2),
  pooling((2, 3, 7, 6), kernel: 3, stride: 2, padding: 1),
  pooling((2, 17, 6, 6), kernel: 2, stride: 2),
  pooling((1, 33, 5, 5), kernel: 3, stride: 1),  // windows that overlap
  pooling((2, 3, 9, 9), kernel: 2, stride: 3),  // pixels that no window sees
  pooling((1, 16, 4, 3), kernel: 2, stride: 1, padding: 1),
  pooling((3, 5, 2, 2), kernel: 4, stride: 4, padding: 2),
  pooling((4, 16, 24, 24), kernel: 2, stride: 2),
]
