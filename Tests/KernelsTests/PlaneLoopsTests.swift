import CPlanes
import Kernels
import TestSupport
import Testing

/// Loops compiled for this processor give what those give that run on any.
@Suite struct PlaneLoopsTests {
  typealias In = UnsafePointer<Float>
  typealias Out = UnsafeMutablePointer<Float>

  @Test(arguments: [1, 7, 64, 130]) func everyLoopAgreesWithTheOneForAnyProcessor(pixels: Int) {
    let map = Buffer(ramp(64, seed: 3).enumerated().map { $0 < 48 ? $1 : 0 })
    let (a, b) = (Buffer.ramp(16 * pixels), Buffer.ramp(16 * pixels, seed: 5))
    func same(
      _ name: String, count: Int? = nil, _ run: (plane_loops, In, In, In, Out) -> Void
    ) {
      let results = [plane_loops_for_any()!, plane_loops_for_this()!].map { loops in
        let result = Buffer(repeating: .nan, count: count ?? 16 * pixels)
        withExtendedLifetime((map, a, b, result)) {
          run(loops.pointee, map.start, a.start, b.start, result.start)
        }
        return result
      }
      expectClose(results[1], results[0], tolerance: 1e-5, name)
    }
    same("add") { $0.add($2, $3, $4, pixels) }
    same("add_relu") { $0.add_relu($2, $3, $4, pixels) }
    same("relu") { loops, _, a, _, y in loops.relu(a, y, pixels) }
    same("relu_gradient") { $0.relu_gradient($2, $3, $4, pixels) }
    same("add_relu_gradient") { $0.add_relu_gradient($2, $2, $3, $4, pixels) }
    same("map") { loops, map, a, _, y in loops.map(map, a, y, pixels) }
    same("map_gradient") { $0.map_gradient($1, $2, $3, $4, pixels) }
    same("norm_gradient") { $0.norm_gradient($1, $1, $1 + 16, $2, $3, $4, pixels) }
    same("scale_gradient") { $0.scale_gradient($1, $2, $3, $4, pixels) }
  }

  @Test(arguments: [1, 7, 64, 130]) func everySumAgreesWithTheOneForAnyProcessor(pixels: Int) {
    let map = Buffer(ramp(64, seed: 3).enumerated().map { $0 < 48 ? $1 : 0 })
    let mean = map.scalars.prefix(16).map(Double.init)
    let (a, b) = (Buffer.ramp(16 * pixels), Buffer.ramp(16 * pixels, seed: 5))
    let results = [plane_loops_for_any()!.pointee, plane_loops_for_this()!.pointee].map { loops in
      var sums = [Double](repeating: .nan, count: 80)
      withExtendedLifetime((map, a, b)) {
        sums.withUnsafeMutableBufferPointer {
          let sum = $0.baseAddress!
          loops.measure(a.start, pixels, sum, sum + 16)
          loops.sum(a.start, pixels, sum + 32)
          loops.gradient_sums(map.start, mean, a.start, b.start, pixels, sum + 48, sum + 64)
        }
      }
      return stride(from: 0, to: 80, by: 16).map { sums[$0..<$0 + 16].map(Float.init) }
    }
    for (found, wanted) in zip(results[1], results[0]) {
      expectClose(found, wanted, tolerance: 1e-5)
    }
  }

  @Test(arguments: poolings) func everyPoolingAgreesWithTheOneForAnyProcessor(g: Pool2DGeometry) {
    let windows = plane_windows(
      height: g.height, width: g.width, kernel: g.kernel, stride: g.stride, padding: g.padding,
      out_height: g.outHeight, out_width: g.outWidth)
    let (pixels, outPixels) = (g.height * g.width, g.outHeight * g.outWidth)
    let x = Buffer(ramp(16 * pixels).enumerated().map { $0 % 23 == 5 ? .nan : $1 })
    let dy = Buffer.ramp(16 * outPixels)
    let results = [plane_loops_for_any()!.pointee, plane_loops_for_this()!.pointee].map { loops in
      let (y, dx) = (Buffer(count: 16 * outPixels), Buffer(count: 16 * pixels))
      withUnsafePointer(to: windows) {
        loops.pool($0, x.start, y.start)
        loops.pool_gradient($0, dy.start, x.start, y.start, dx.start)
      }
      return [y, dx].map(bits)
    }
    #expect(results[0] == results[1])
  }
}
