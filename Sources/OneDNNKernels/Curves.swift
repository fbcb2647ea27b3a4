import ConeDNN
import Kernels

// The bent curves are oneDNN's: it has a fast exponential, and knows to leave gaps at zero although
// the sigmoid of zero is a half.

extension OneDNN {
  public static func sigmoid(_ x: Buffer) -> Buffer {
    curve(dnnl_eltwise_logistic_use_dst_for_bwd, x)
  }
  public static func sigmoidGradient(_ dy: Buffer, y: Buffer) -> Buffer {
    gradient(of: dnnl_eltwise_logistic_use_dst_for_bwd, dy, y: y)
  }
  public static func tanh(_ x: Buffer) -> Buffer {
    curve(dnnl_eltwise_tanh_use_dst_for_bwd, x)
  }
  public static func tanhGradient(_ dy: Buffer, y: Buffer) -> Buffer {
    gradient(of: dnnl_eltwise_tanh_use_dst_for_bwd, dy, y: y)
  }

  private static func curve(_ algorithm: dnnl_alg_kind_t, _ x: Buffer) -> Buffer {
    forward(algorithm, x.arrangement([x.count])).run([x])[0]
  }

  private static func gradient(of algorithm: dnnl_alg_kind_t, _ dy: Buffer, y: Buffer) -> Buffer {
    let arrangement = y.arrangement([y.count])
    let dy = dy.arranged(like: y)
    return Primitive.cached(.curveGradient(algorithm.rawValue, arrangement)) {
      Primitive(
        one_eltwise_backward(
          Engine.cpu, Engine.weBringScratch, algorithm, arrangement.description,
          forward(algorithm, arrangement).recipe),
        inputs: [DNNL_ARG_DIFF_DST, DNNL_ARG_DST], outputs: [DNNL_ARG_DIFF_SRC])!
    }.run([dy, y])[0]
  }

  private static func forward(_ algorithm: dnnl_alg_kind_t, _ x: Arrangement) -> Primitive {
    Primitive.cached(.curve(algorithm.rawValue, x)) {
      Primitive(
        one_eltwise_forward(Engine.cpu, Engine.weBringScratch, algorithm, x.description),
        inputs: [DNNL_ARG_SRC], outputs: [DNNL_ARG_DST])!
    }
  }
}
