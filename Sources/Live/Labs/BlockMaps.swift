import Autograd
import Chapter2Net
import Layers

/// What a residual block of chapter 2's net makes of one picture.
package struct BlockMaps {
  /// The input of the block, its residual F(x), their sum, and what the block returns: `[1, C, H, W]`.
  package let x, residual, sum, output: Tensor

  /// - Parameters:
  ///   - number: 1 or 2.
  ///   - image: `[1, 1, 28, 28]`, normalized.
  package init(ofBlock number: Int, in net: Net, _ image: Tensor) {
    let first = net.mp(relu(net.conv1(image)))
    x = number == 1 ? first : net.mp(relu(net.conv2(net.rblock1(first))))
    let block = number == 1 ? net.rblock1 : net.rblock2
    residual = block.conv2(relu(block.conv1(x)))
    sum = x + residual
    output = relu(sum)
  }
}
