import Autograd
import Sentences

// What a page asks of the shape rules.

/// The shape of a convolution's result, of its sum with the input, of a pooling's, or why there is none.
///
/// - Returns: how many bytes of text the answer has.
@_cdecl("shape") public func shape(
  operation: Int32, n: Int32, c: Int32, h: Int32, w: Int32, o: Int32, weightChannels: Int32,
  kernel: Int32, stride: Int32, padding: Int32
) -> Int32 {
  let x = [n, c, h, w].map { Int($0) }
  let weight = [o, weightChannels, kernel, kernel].map { Int($0) }
  let (kernel, stride, padding) = (Int(kernel), Int(stride), Int(padding))
  do throws(SentenceError) {
    let y =
      switch operation {
      case 0: try Shapes.conv2D(x, weight, stride: stride, padding: padding)
      case 1: try Shapes.add(x, Shapes.conv2D(x, weight, stride: stride, padding: padding))
      default: try Shapes.maxPool2D(x, kernelSize: kernel, stride: stride, padding: padding)
      }
    return reply("\(y)")
  } catch {
    return reply(error.description)
  }
}
