import Autograd
import Foundation
import Layers
import Optimizers
import Safetensors
import Training

extension Loader {
  /// Checkpoints, loaded into a net and an optimizer.
  static let checkpoint = Loader(name: "checkpoint") { random in
    var header = whole.header
    for _ in 0..<random.below(3) { header.mutateText(&random) }
    return .safetensors(header, data: whole.data)
  } read: { bytes, url in
    try Data(bytes).write(to: url)
    let (net, optimizer) = training()
    let checkpoint = try Checkpoint(url)
    try checkpoint.load(into: net, optimizer)
    for (_, value) in net.state {
      if case .tensor(let tensor) = value { _ = tensor.scalars.reduce(0, +) }
    }
  }

  /// A valid file, after one step of training.
  private static let whole: (header: [UInt8], data: [UInt8]) = {
    let (net, optimizer) = training()
    let tape = Tape()
    let y = net(tape.watch(.ones([2, 1, 4, 4])))
    optimizer.step((y * y).mean().backward())
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).safetensors")
    defer { try? FileManager.default.removeItem(at: file) }
    do {
      try Checkpoint.write(net, optimizer, TrainingProgress(), settings: ["seed": "1"], to: file)
      let bytes = [UInt8](try Data(contentsOf: file))
      let length = bytes[..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
      return (Array(bytes[8..<8 + length]), Array(bytes[(8 + length)...]))
    } catch { fatalError("checkpoint: no file to spoil could be made: \(error)") }
  }()

  private static func training() -> (net: any Layer, optimizer: any Optimizer) {
    var random = Random(seed: 1)
    let net = Sequential(
      Conv2D(1, 2, kernelSize: 3, using: &random), BatchNorm2D(2), Flatten(),
      Linear(8, 2, using: &random))
    return (net, SGD(net.parameters, learningRate: 0.1, momentum: 0.9))
  }
}
