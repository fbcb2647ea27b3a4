import Autograd
import Foundation
import Layers
import Optimizers

/// Training steps of a net on the same images, and how long each takes.
struct TrainingSteps {
  let net: any Layer
  let optimizer: any Optimizer
  /// The batch of each step, `[N, C, H, W]`.
  let images: Tensor
  private let labels: [Int]

  init(_ net: any Layer, _ optimizer: any Optimizer, _ images: Tensor) {
    (self.net, self.optimizer, self.images) = (net, optimizer, images)
    labels = (0..<images.shape[0]).map { $0 % 10 }
  }

  /// The time of the next step in ms: forward, loss, backward, optimizer.
  func time() -> Double {
    let start = DispatchTime.now().uptimeNanoseconds
    let loss = crossEntropy(net(images.on(Tape())), labels)
    optimizer.step(loss.backward())
    _ = loss.scalar
    return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6
  }

  /// The time of each step after the first few, which compile kernels and take memory from the system.
  func times(_ steps: Int, after warmUp: Int) -> [Double] {
    (0..<steps + warmUp).map { _ in time() }.dropFirst(warmUp).map { $0 }
  }

  /// The same until so many steps have been measured and so many seconds have passed.
  func times(atLeast steps: Int, seconds: Double, after warmUp: Int) -> [Double] {
    _ = times(0, after: warmUp)
    var times: [Double] = []
    while times.count < steps || times.reduce(0, +) < seconds * 1000 { times.append(time()) }
    return times
  }
}
