import Autograd
import Kernels

/// The result of our operation on the inputs of a case.
///
/// - Parameter inputs: by their names in the case.
package func apply(_ fixture: FixtureCase, to inputs: [String: Tensor]) -> Tensor {
  let (x, weight, bias) = (inputs["x"]!, inputs["weight"], inputs["bias"])
  let (stride, padding) = (fixture.whole("stride"), fixture.whole("padding"))
  let axis = fixture.whole("axis")
  return switch fixture.operation {
  case "add": x + inputs["b"]!
  case "subtract": x - inputs["b"]!
  case "multiply", "broadcast": x * inputs["b"]!
  case "divide": x / inputs["b"]!
  case "matMul": matMul(x, inputs["b"]!)
  case "scale": -2.5 * x
  case "relu": relu(x)
  case "sigmoid": sigmoid(x)
  case "tanh": tanh(x)
  case "exp": exp(x)
  case "log": log(x)
  case "squareRoot": squareRoot(x)
  case "softmax": softmax(x)
  case "gelu": gelu(x)
  case "layerNorm": layerNorm(x, weight!, bias!)
  case "concatenate": concatenate([x, inputs["b"]!], axis: axis)
  case "slice": x.slice(fixture.whole("start")..<fixture.whole("end"), axis: axis)
  case "transpose": x.transposed(axis, fixture.whole("other"))
  case "sum": fixture.whole("perChannel") == 1 ? x.sum(over: 0, 2, 3) : x.sum()
  case "mean": fixture.whole("perChannel") == 1 ? x.mean(over: 0, 2, 3) : x.mean()
  case "reshape": x.flattened()
  case "linear": linear(x, weight!, bias)
  case "conv2D":
    conv2D(
      x, weight!, bias, stride: stride, padding: padding, groups: max(1, fixture.whole("groups")))
  case "maxPool2D":
    maxPool2D(x, kernelSize: fixture.whole("kernelSize"), stride: stride, padding: padding)
  case "averagePool2D":
    averagePool2D(x, kernelSize: fixture.whole("kernelSize"), stride: stride, padding: padding)
  case "globalAveragePool2D": globalAveragePool2D(x)
  case "padChannels": padChannels(x, to: fixture.whole("channels"))
  case "batchNorm2D": norm(fixture, x, weight!, bias!)
  case "crossEntropy": crossEntropy(x, fixture.labels)
  default: fatalError("no operation is called \(fixture.operation)")
  }
}

private func norm(_ fixture: FixtureCase, _ x: Tensor, _ weight: Tensor, _ bias: Tensor) -> Tensor {
  let y: Tensor
  if let mean = fixture["mean"], let variance = fixture["variance"] {
    let statistics = ChannelStatistics(
      mean: mean.scalars.map(Double.init), variance: variance.scalars.map(Double.init))
    y = batchNorm2D(x, weight, bias, statistics: statistics)
  } else {
    y = batchNorm2D(x, weight, bias).y
  }
  return fixture.whole("relu") == 1 ? relu(y) : y
}
