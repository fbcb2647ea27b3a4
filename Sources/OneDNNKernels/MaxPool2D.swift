import ConeDNN
import Kernels

extension OneDNN {
  public static func maxPool2D(_ x: Buffer, _ g: Pool2DGeometry) -> Pooled {
    // oneDNN passes over NaN, and finds nothing below the lowest finite number.
    guard x.isFinite else { return Reference.maxPool2D(x, g) }
    let arrangement = x.arrangement(g.inputShape)
    let forward = forward(g, arrangement)
    let results = forward.run([x])
    // oneDNN notes in its workspace which input won in each window.
    let (y, workspace) = (results[0], results[1])
    return Pooled(y: y) { dy in
      gradient(g, arrangement, of: forward).run([dy, workspace])[0]
    }
  }

  private static func forward(_ g: Pool2DGeometry, _ x: Arrangement) -> Primitive {
    Primitive.cached(.maxPool2D(g, x)) {
      let y = describeAny(g.outputShape)
      defer { one_desc_destroy(y) }
      return Primitive(
        one_pooling_forward(
          Engine.cpu, Engine.weBringScratch, dnnl_pooling_max, x.description, y,
          g.strides, g.kernels, g.paddings),
        inputs: [DNNL_ARG_SRC], outputs: [DNNL_ARG_DST, DNNL_ARG_WORKSPACE])!
    }
  }

  private static func gradient(_ g: Pool2DGeometry, _ x: Arrangement, of forward: Primitive)
    -> Primitive
  {
    Primitive.cached(.maxPool2DGradient(g, x)) {
      let (dx, dy) = (describeAny(g.inputShape), describeAny(g.outputShape))
      defer { [dx, dy].forEach { one_desc_destroy($0) } }
      return Primitive(
        one_pooling_backward(
          Engine.cpu, Engine.weBringScratch, dnnl_pooling_max, dx, dy,
          g.strides, g.kernels, g.paddings, forward.recipe),
        inputs: [DNNL_ARG_DIFF_DST, DNNL_ARG_WORKSPACE], outputs: [DNNL_ARG_DIFF_SRC])!
    }
  }
}

extension Pool2DGeometry {
  fileprivate var inputShape: [Int] { [images, channels, height, width] }
  fileprivate var outputShape: [Int] { [images, channels, outHeight, outWidth] }
  fileprivate var strides: [Int64] { [Int64(stride), Int64(stride)] }
  fileprivate var kernels: [Int64] { [Int64(kernel), Int64(kernel)] }
  fileprivate var paddings: [Int64] { [Int64(padding), Int64(padding)] }
}
