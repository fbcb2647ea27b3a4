import Autograd
import Layers
import TestSupport

func expectSameOperation(_ fixture: FixtureCase) {
  let names = ["x", "weight", "bias", "b"].filter { fixture[$0] != nil }
  let tape = Tape()
  let inputs = names.reduce(into: [:]) { $0[$1] = tape.watch(fixture[$1]!) }
  let y = apply(fixture, to: inputs)
  let gradients = expectSameResult(fixture, y)
  for name in names { expectSame(gradients[inputs[name]!], "d\(name)", fixture) }
}

/// The layer that does what an operation does, with the weights of the case.
func makeLayer(_ fixture: FixtureCase) -> (any Layer)? {
  var random = Random(seed: 1)
  let (size, stride) = (fixture.whole("kernelSize"), fixture.whole("stride"))
  let (padding, weight) = (fixture.whole("padding"), fixture["weight"]?.shape ?? [])
  let (hasBias, groups) = (fixture["bias"] != nil, max(1, fixture.whole("groups")))
  switch fixture.operation {
  case "conv2D":
    return Conv2D(
      weight[1] * groups, weight[0], kernelSize: weight[2], stride: stride, padding: padding,
      groups: groups, bias: hasBias, using: &random)
  case "linear": return Linear(weight[1], weight[0], bias: hasBias, using: &random)
  case "maxPool2D": return MaxPool2D(kernelSize: size, stride: stride, padding: padding)
  case "averagePool2D": return AveragePool2D(kernelSize: size, stride: stride, padding: padding)
  case "globalAveragePool2D": return GlobalAveragePool2D()
  case "batchNorm2D":
    let norm = BatchNorm2D(weight[0])
    if let mean = fixture["mean"] { norm.runningMean = mean }
    if let variance = fixture["variance"] { norm.runningVariance = variance }
    return fixture.whole("relu") == 1 ? Sequential(norm, ReLU()) : norm
  case "relu": return ReLU()
  case "gelu": return GELU()
  case "layerNorm": return LayerNorm(weight[0])
  case "sigmoid": return Sigmoid()
  case "tanh": return Tanh()
  case "reshape": return Flatten()
  default: return nil
  }
}

/// The layer inside a `Sequential`, so that this, too, is compared.
func expectSameLayer(_ fixture: FixtureCase, _ layer: any Layer) {
  let parameters = layer.namedParameters.map { path, parameter in
    (name: String(path.split(separator: ".").last!), parameter)
  }
  for (name, parameter) in parameters { parameter.value = fixture[name]! }
  let tape = Tape(fixture["mean"] == nil ? .training : .evaluation)
  let x = tape.watch(fixture["x"]!)
  let what = "\(type(of: layer))"
  let gradients = expectSameResult(fixture, Sequential(layer)(x), in: what)
  expectSame(gradients[x], "dx", fixture, in: what)
  for (name, parameter) in parameters {
    expectSame(gradients[parameter], "d\(name)", fixture, in: what)
  }
}
