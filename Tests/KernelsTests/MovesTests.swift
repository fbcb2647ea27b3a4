import Kernels
import OneDNNKernels
import TestSupport
import Testing

/// Numbers that are put elsewhere: both sets put them at the same places, whatever layout they come in.
@Suite struct MovesTests {
  @Test(arguments: imageShapes, [0, 1, 2, 3]) func slicesAgreeInBothLayouts(shape: [Int], axis: Int)
  {
    let half = shape[axis] / 2
    for range in [0..<shape[axis], half..<shape[axis], 0..<half + 1] {
      let g = SliceGeometry(shape, axis: axis, range: range)
      for x in laidOutBothWays(shape) {
        let part = OneDNN.slice(x, g)
        #expect(part.scalars == Reference.slice(x, g).scalars)
        #expect(OneDNN.sliceGradient(part, g).scalars == Reference.sliceGradient(part, g).scalars)
      }
    }
  }

  @Test(arguments: imageShapes) func concatenationsAgreeInBothLayouts(shape: [Int]) {
    let run = shape.dropFirst().reduce(1, *)
    for x in laidOutBothWays(shape) {
      for y in laidOutBothWays(shape, seed: 7) {
        let both = OneDNN.concatenate([x, y, x], runs: [run, run, run])
        #expect(both.scalars == Reference.concatenate([x, y, x], runs: [run, run, run]).scalars)
        #expect(
          both.scalars.prefix(2 * run) == (x.scalars.prefix(run) + y.scalars.prefix(run))[...])
      }
    }
  }

  @Test(arguments: imageShapes, [(0, 1), (1, 2), (2, 3), (0, 3), (3, 1), (2, 2)])
  func swapsAgreeInBothLayouts(shape: [Int], axes: (Int, Int)) {
    let g = SwapGeometry(shape, axes.0, axes.1)
    for x in laidOutBothWays(shape) {
      let y = OneDNN.swapAxes(x, g)
      #expect(y.scalars == Reference.swapAxes(x, g).scalars)
      #expect(OneDNN.swapAxes(y, g.reversed).scalars == x.scalars)
    }
  }
}
