import Autograd
import Notebook

/// The two rules for the layers of a branch, and what breaks if they are broken.
func twoEqualShapes(_ checks: inout Checks) {
  // The block will compute `x + F(x)`. A sum is taken number by number, so `F` must return the shape it
  // was given. That makes two rules for the convolutions inside.
  //
  // The first: keep the height and the width. A 3 × 3 window cannot be centered on the outermost pixels,
  // so a plain convolution returns an image that is two pixels smaller each way. One ring of zeros around
  // the image, padding 1, makes up for that.

  heading(
    "The sum needs two equal shapes",
    "A sum is taken number by number, so `F` must return the shape it was given.")
  let x = [64, 16, 12, 12]  // 64 images, 16 channels, 12 × 12 pixels
  show("given                ", x)
  show("3 × 3, padding 1     ", orExit { try Shapes.conv2D(x, [16, 16, 3, 3], padding: 1) })
  show("3 × 3, no padding    ", orExit { try Shapes.conv2D(x, [16, 16, 3, 3]) })

  // slide: The branch must return the shape it is given
  // show: printed given … 3 × 3, padding 1 … 3 × 3, no padding
  // mark: [64, 16, 10, 10]
  // note: Images, channels, height, width. Without padding a 3 × 3 window loses one pixel at each border.
  // say: A sum is taken number by number. First rule: keep height and width, with padding 1. Second rule: as many channels
  //   out as in. Let them predict the third line.

  // The second rule: as many channels out as in. So the block takes one number, `channels`, and both
  // convolutions get it twice.
  //
  // Here is each rule broken once. The engine computes the shape of a result before the result, so it can
  // say what does not fit; a program that went on regardless would stop with the same sentence.

  func sentence(_ rule: () throws -> [Int]) -> String {
    do { return "fits: \(try rule())" } catch { return "\(error)" }
  }

  let tooSmall = sentence { try Shapes.add(x, Shapes.conv2D(x, [16, 16, 3, 3])) }
  let tooMany = sentence { try Shapes.add(x, Shapes.conv2D(x, [32, 16, 3, 3], padding: 1)) }
  let notThese = sentence { try Shapes.conv2D(x, [16, 8, 3, 3], padding: 1) }
  show(tooSmall)
  show(tooMany)
  show(notThese)

  checks.expect("without padding the sum is refused", tooSmall.contains("[64, 16, 10, 10]"))
  checks.expect("with other channels it is refused too", tooMany.contains("[64, 32, 12, 12]"))

  // slide: A sum of two shapes is refused, in a sentence
  // show: printed add: a is [64, 16, 12, 12] and b is [64, 16, 10, 10]; a sum needs the same shape twice, or one that can be repeated to the other, as [C] or [1, C, 1, 1] to [N, C, H, W]
  // mark: [64, 16, 12, 12]
  // mark: [64, 16, 10, 10]
  // say: The first rule, broken. The engine computes the shape before the numbers, so it can say what does not fit. PyTorch
  //   says: the size of tensor a must match the size of tensor b at non-singleton dimension 3.
}
