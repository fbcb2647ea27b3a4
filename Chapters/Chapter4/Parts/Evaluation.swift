import Autograd
import Chapter4Net
import Layers
import Notebook

/// What the notebook's `evaluate_accuracy` switches, and what would happen if it did not switch back.
func evaluation(of net: ResNet, using random: inout Random, _ checks: inout Checks) {
  // In training mode a norm normalizes by the mean and variance of the batch, and updates its running
  // statistics, an exponential moving average of them. In evaluation mode it normalizes by the running
  // statistics. So in training mode what the net makes of an image depends on the others in the batch. Eight
  // random images, and the first of them alone, in both modes:

  heading(
    "Training and evaluation mode",
    "So in training mode what the net makes of an image depends on the others in the "
      + "batch.")
  let eight = Tensor.uniform([8, 1, 96, 96], using: &random)
  let alone = Tensor(Array(eight.scalars.prefix(96 * 96)), shape: [1, 1, 96, 96])
  for _ in 0..<3 { _ = net(eight.on(Tape())) }  // so that there are running statistics

  func difference(_ net: (Tensor) -> Tensor) -> Float {
    let (together, single) = (net(eight).scalars.prefix(10), net(alone).scalars)
    return zip(together, single).map { abs($0 - $1) }.max()!
  }
  let inEvaluation = difference { net($0) }
  let inTraining = difference { net($0.on(Tape())) }
  show("scores of one image, alone and among eight, differ by at most")
  show("  evaluation", inEvaluation)
  show("  training  ", inTraining)
  checks.expect(
    "in evaluation mode an image's scores do not depend on the batch", got: inEvaluation,
    atMost: 1e-4)
  checks.expect("in training mode they do", got: inTraining, atLeast: 0.01)

  // slide: In training mode, an image's scores depend on the others in its batch
  // number: training = training … ✓
  // number: evaluation = evaluation …
  // show: number evaluation = the most its scores change in evaluation mode | training = the most they change in training mode
  // note: One image alone, and the same image among eight.
  // say: In training a norm uses the mean and variance of the batch, in evaluation its running statistics. Forgetting
  //   `net.eval()` makes accuracy depend on the batches; forgetting `net.train()` freezes the statistics.

  // The notebook's `evaluate_accuracy` calls `net.eval()` before each batch and `net.train()` after it.
  // Without the first the accuracy would depend on how the test pictures are batched, and they would get
  // into the running statistics. Without the second, the net would go on learning in evaluation mode: each
  // norm would normalize by running statistics that nothing updates any more, whatever the weights become.
  // Here a net has no such switch. On a tape it is in training mode, and what is evaluated is on no tape. A
  // tape can be one of evaluation mode, and so show what the forgotten switch does:

  let norm = net.children[1].layer as! BatchNorm2D
  let before = norm.runningMean.scalars
  _ = net(eight)
  checks.expect("an evaluation leaves the running statistics", norm.runningMean.scalars == before)
  _ = net(eight.on(Tape(.evaluation)))
  checks.expect(
    "so would all batches after it, if the mode were not set back",
    norm.runningMean.scalars == before)
  _ = net(eight.on(Tape()))
  checks.expect("in training mode they change", norm.runningMean.scalars != before)

  // Beside `net.eval()` a comment says that this turns off dropout, a layer that sets random numbers to zero
  // in training mode. ResNet-18 has none. What the call switches here is batch normalization, and only that.
  //
  // Another trap is below it: for a net that is a plain function the notebook looks into
  // `__code__.co_varname`. Python's attribute is `co_varnames`, so that line would fail; it is never
  // reached, since the net is a module.

  func kinds(_ layer: any Layer) -> Set<String> {
    layer.children.reduce(into: ["\(type(of: layer))"]) { $0.formUnion(kinds($1.layer)) }
  }
  show("kinds of layers:", kinds(net).sorted().joined(separator: ", "))
  checks.expect("no layer is a dropout", !kinds(net).contains { $0.contains("Dropout") })
}
