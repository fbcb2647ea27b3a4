import Autograd
import Layers

/// A loss that is infinite or NaN: from then on nothing is learned.
public struct NonFiniteLoss: CustomStringConvertible {
  /// The epoch and the batch in it, counted from 1.
  public let epoch, batch: Int
  /// `inf`, `-inf` or `nan`.
  public let loss: Float
  /// The first operation whose result is not finite, and the layer it happened in, if that is known.
  public let source: String?

  init(_ loss: Tensor, epoch: Int, batch: Int) {
    (self.epoch, self.batch, self.loss) = (epoch, batch, loss.scalar)
    let tape = loss.tape
    source = tape?.firstNonFinite.map { line in
      let layer = line.scope.last!.layer
      let path = (tape?.net as? any Layer)?.namedLayers.first {
        ObjectIdentifier($0.layer) == layer
      }
      let name = path.map(\.name) ?? ""
      let type = line.scope.last!.name
      return "\(line.operation) in \(name.isEmpty ? type : "\(name), a \(type)")"
    }
  }

  /// One sentence: when, where, and the usual causes.
  public var description: String {
    let value = loss.isNaN ? "not a number" : "infinite"
    let place = source.map { "; the first result that is not finite is that of \($0)" } ?? ""
    return
      "the loss is \(value) in epoch \(epoch), batch \(batch)\(place). Usual causes: a learning rate that is too high, pictures that were not normalized, first weights that are too large, a division by zero or the logarithm of zero"
  }
}
