import Drawing
import Layers

/// Figures of nets whose shapes do not fit.
extension Figures {
  /// Draws a net up to the operation whose shapes do not fit, with its sentence in a box in that place; a net
  /// whose shapes fit is drawn whole.
  ///
  /// - Parameters:
  ///   - input: the shape of the input the net is run with, `[N, C, H, W]`.
  ///   - caption: what stands below it on a woven page; without one, what it is called and shows.
  /// - Returns: the sentence; `nil` if all shapes fit.
  @discardableResult
  public func draw(
    upToErrorOf net: some Layer, input: [Int], as name: String, caption: String? = nil
  ) -> String? {
    let graph = Graph(upToErrorOf: net, input: input)
    write(as: name, caption) { try graph.diagram(.nested, $0) }
    return graph.refusal
  }
}
