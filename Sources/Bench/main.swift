import Autograd
import Chapter2Net
import Foundation
import Layers
import Optimizers

var random = Random(seed: 3)
let net = Net(using: &random)
let optimizer = SGD(net.parameters, learningRate: 0.01, momentum: 0.5)
let batch = Tensor.uniform([64, 1, 28, 28], in: -1...1, using: &random)
let labels = (0..<64).map { $0 % 10 }
var times: [Double] = []
let steps = Int(CommandLine.arguments.dropFirst().first ?? "400")!
var loss: Float = 0
for _ in 0..<steps {
  let start = DispatchTime.now().uptimeNanoseconds
  let l = crossEntropy(net(batch.on(Tape())), labels)
  optimizer.step(l.backward())
  loss = l.scalar
  times.append(Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6)
}
for c in stride(from: 0, to: times.count, by: 100) {
  let s = times[c..<min(c + 100, times.count)].sorted(); print(c, s[0], s[s.count / 2])
}
let sorted = times.dropFirst(10).sorted()
print(
  "median", sorted[sorted.count / 2], "fastest", sorted[0], "p90", sorted[sorted.count * 9 / 10],
  "first", times[0], "loss", loss, net.parameterCount)
