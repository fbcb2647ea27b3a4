import Drawing
import Layers

/// Figures of several residual blocks side by side.
extension Figures {
  /// Draws blocks on common rows, so that what differs stands out, with the number of their parameters.
  ///
  /// - Parameters:
  ///   - blocks: each with its name.
  ///   - input: the shape of the input each is run with, `[N, C, H, W]`.
  ///   - claim: what the figure shows, in a sentence: its title.
  ///   - marksEnd: whether an area shows what stands behind the sums.
  public func draw(
    blocks: [(name: String, block: any Layer)], input: [Int], claim: String, marksEnd: Bool = false,
    as name: String, caption: String? = nil
  ) {
    func sample(_ name: String, _ block: any Layer) -> BlockSample {
      BlockSample(Graph(of: block, input: input), title: name, facts: [.parameters])
    }
    let samples = blocks.map { sample($0.name, $0.block) }
    write(as: name, caption) {
      try .blocks(samples, claim: claim, marksEnd: marksEnd, look: $0)
    }
  }
}
