import Kernels
import OneDNNKernels
import TestSupport
import Testing

/// Sums that are computed by whoever reads them first.
@Suite struct PendingSumTests {
  @Test(arguments: imageShapes, [false, true])
  func aSumIsTheSameWhoeverReadsIt(shape: [Int], reading: Bool) {
    let g = ImageGeometry(
      images: shape[0], channels: shape[1], height: shape[2], width: shape[3])
    let (a, b) = (laidOutBothWays(shape)[1], laidOutBothWays(shape, seed: 3)[1])
    let n = Normalization(
      weight: .ramp(g.channels, seed: 3), bias: .ramp(g.channels, seed: 5), epsilon: 1e-5)
    func sum() -> Buffer {
      let sum = OneDNN.add(a, b)
      if reading { _ = sum.start }
      return sum
    }
    let wanted = Reference.add(a, b)
    #expect(sum().scalars == wanted.scalars)
    #expect(OneDNN.relu(sum()).scalars == Reference.relu(wanted).scalars)
    #expect(
      OneDNN.reluGradient(sum(), y: a).scalars == Reference.reluGradient(wanted, y: a).scalars)
    #expect(OneDNN.add(sum(), a).scalars == Reference.add(wanted, a).scalars)
    #expect(OneDNN.add(a, sum()).scalars == Reference.add(a, wanted).scalars)
    guard g.images * g.pixels > 1 else { return }
    let (y, measured) = OneDNN.batchNorm2D(sum(), n, g)
    let readable = Reference.batchNorm2D(wanted, n, g)
    expectClose(y, readable.y)
    expectClose(
      measured.variance.map(Float.init), readable.measured.variance.map(Float.init))
  }

  /// It is measured in the same order, and so to the same digits, whether it exists already or not.
  @Test func aSumIsMeasuredAlikeBeforeAndAfterItIsComputed() {
    let g = ImageGeometry(images: 4, channels: 35, height: 12, width: 12)
    let (a, b) = (laidOutBothWays(g.shape)[1], laidOutBothWays(g.shape, seed: 3)[1])
    let n = Normalization(weight: .ramp(35), bias: .ramp(35), epsilon: 1e-5)
    let (before, after) = (OneDNN.add(a, b), OneDNN.add(a, b))
    _ = after.start
    #expect(OneDNN.batchNorm2D(before, n, g).measured == OneDNN.batchNorm2D(after, n, g).measured)
  }

  /// A block's two gradients meet where one of them is a norm's that is not computed yet.
  @Test(arguments: [false, true]) func aNormsGradientIsAddedToAnother(isFirst: Bool) {
    let g = ImageGeometry(images: 3, channels: 17, height: 5, width: 3)
    let n = Normalization(
      weight: .ramp(17, seed: 3), bias: .ramp(17, seed: 5), epsilon: 1e-5)
    let (x, dy, other) = (
      laidOutBothWays(g.shape)[1], laidOutBothWays(g.shape, seed: 3)[1],
      laidOutBothWays(g.shape, seed: 4)
    )
    func sums(_ kernels: any KernelSet.Type) -> [Buffer] {
      let measured = Reference.batchNorm2D(x, n, g).measured
      return other.map { other in
        let dx = kernels.batchNorm2DGradient(dy, x, n, measured: measured, g).x
        return isFirst ? kernels.add(dx, other) : kernels.add(other, dx)
      }
    }
    for (found, wanted) in zip(sums(OneDNN.self), sums(Reference.self)) {
      expectClose(found, wanted)
    }
  }
}

extension ImageGeometry {
  fileprivate var shape: [Int] { [images, channels, height, width] }
}
