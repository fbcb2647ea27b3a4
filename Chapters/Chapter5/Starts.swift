import Layers
import Notebook

/// The bounds of MXNet's `Xavier()`, and how nearly the first weights of a net's convolutions fill them.
struct InitialBounds {
  private(set) var table = Table("weight", "bound in MXNet", "largest here", "bound in PyTorch")
  /// Of each weight, the largest number divided by the bound.
  private(set) var filled: [Double] = []

  init(of net: any Layer) {
    for weight in net.all(Conv2D.self).map(\.weight.value) {
      let window = weight.shape[2] * weight.shape[3]
      let (fanIn, fanOut) = (Double(weight.shape[1] * window), Double(weight.shape[0] * window))
      let bound = (3 / ((fanIn + fanOut) / 2)).squareRoot()
      let largest = Double(weight.scalars.map(abs).max()!)
      filled.append(largest / bound)
      table.add(weight.shape, bound, largest, 1 / fanIn.squareRoot())
    }
  }
}

/// The first losses of a net as it is in the notebook, with a last norm, and with a warm-up.
func startTable(_ starts: [[Double]]) -> Table {
  var table = Table(
    "BN-ReLU-conv", "loss of the first batch", "the greatest of ten", "of the tenth")
  let names = ["as in the notebook", "with a last norm", "with a warm-up"]
  for (name, losses) in zip(names, starts) {
    table.add(name, losses[0], losses.max()!, losses.last!)
  }
  return table
}
