import Autograd
import Chapter3Blocks
import Chapter4Net
import Foundation
import Layers
import Optimizers
import Sentences

/// The time of a step per image, measured by a process that does nothing else: other threads, or other kernels,
/// would leave their traces in what oneDNN has compiled and in the memory that is kept.
extension SweepStep {
  /// Measures in this process.
  func measure() -> Row {
    refuseMoreMemoryThanThereIs()
    var random = Random(seed: 1)
    let depth = Depth(rawValue: depth)!
    let (net, channels): (any Layer, Int) =
      switch family {
      case .chapter4: (ResNet(depth, using: &random), 1)
      case .torchvision: (TorchvisionResNet(depth, using: &random), 3)
      }
    let optimizer = Adam(net.parameters, learningRate: 0.001)
    let images = Tensor.normal([batch, channels, size, size], using: &random)
    let times = TrainingSteps(net, optimizer, images).times(atLeast: 3, seconds: 1, after: 1)
    return Row(argument, "ms", times.map { $0 / Double(batch) })
  }

  /// Has another process measure it; `nil` if there was not enough memory.
  ///
  /// - Parameter program: this program, or that of a peer, which takes the same options.
  func timePerImage(_ program: [String], threads: Int) throws -> Double? {
    let child = try Child.run(
      program + ["--sweep-step", argument, "--threads", "\(threads)"],
      environment: ["SWIFT_BACKTRACE": "enable=no"], keepsErrors: true)
    if child.ranOutOfMemory { return nil }
    guard child.succeeded, let row = try child.rows().first else {
      throw SentenceError(
        "\(program.joined(separator: " ")) ended with status \(child.status) for the step \(argument) with "
          + "\(counted(threads, "thread")): \(child.errors)")
    }
    return row.median
  }
}
