import Autograd
import Foundation
import Layers
import Safetensors
import Training

/// Trains a notebook's net from weights and on batches in files, so that PyTorch can do the same.
///
/// - Parameters:
///   - choice: which net, and so which optimizer.
///   - weights: a safetensors file with the net's state, by the names PyTorch gives it.
///   - batches: a safetensors file with `images` `[steps, N, 1, H, W]` and `labels` `[steps, N]`.
///   - most: how many steps to train at most.
///   - each: is given the loss of each step.
func train(
  _ choice: NotebookNet, weights: URL, batches: URL, most: Int, each: (Float) -> Void
) throws {
  let (net, optimizer) = choice.make()
  try Checkpoint(weights).load(into: net, optimizer)
  for batch in try StoredBatches(batches).prefix(most) {
    let loss = crossEntropy(net(batch.images.on(Tape())), batch.labels)
    optimizer.step(loss.backward())
    each(loss.scalar)
  }
}

/// The batches of a file, in their order.
private struct StoredBatches: Sequence {
  private let images: [Float]
  private let labels: [Int]
  private let shape: [Int]

  /// - Throws: `SentenceError`, a sentence that names the file.
  init(_ url: URL) throws {
    let file = try SafetensorsFile(url)
    (images, labels) = (try file.floats("images"), try file.integers("labels"))
    let shapes = Dictionary(uniqueKeysWithValues: file.entries.map { ($0.name, $0.shape) })
    shape = shapes["images"]!
    guard shape.count == 5, shape[2] == 1, shape.allSatisfy({ $0 > 0 }),
      shapes["labels"] == Array(shape.prefix(2))
    else {
      throw SentenceError(
        "\(file.path) holds images of shape \(shape) and labels of shape \(shapes["labels"]!); "
          + "[steps, N, 1, H, W] and [steps, N] were wanted")
    }
    if let label = labels.first(where: { !(0..<10).contains($0) }) {
      throw SentenceError("\(file.path) holds the label \(label); labels from 0 to 9 were wanted")
    }
  }

  func makeIterator() -> some IteratorProtocol<(images: Tensor, labels: [Int])> {
    let (pixels, size) = (shape[1...].reduce(1, *), shape[1])
    return (0..<shape[0]).lazy.map { step in
      (
        images: Tensor(
          Array(images[step * pixels..<(step + 1) * pixels]), shape: Array(shape[1...])),
        labels: Array(labels[step * size..<(step + 1) * size])
      )
    }.makeIterator()
  }
}
