import Autograd

/// How many windows of a convolution or a pooling read each pixel of an image, row by row.
///
/// It is the gradient of the sum over a convolution whose weights are all 1: each window passes a 1 to
/// every pixel it reads.
package func windowReads(
  height: Int, width: Int, kernelSize: Int, stride: Int, padding: Int
) -> [Float] {
  let image = Tape().watch(.zeros([1, 1, height, width]))
  let y = conv2D(
    image, .ones([1, 1, kernelSize, kernelSize]), stride: stride, padding: padding)
  return y.sum().backward()[image]?.scalars ?? []
}
