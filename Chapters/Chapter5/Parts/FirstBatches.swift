import Autograd
import Chapter5Net
import Layers
import Notebook
import Optimizers

/// Why the loss of BN-ReLU-conv first leaps up, and what helps.
func firstBatches(_ extent: Extent, seed: UInt64, _ checks: inout Checks) {
  // The loss of BN-ReLU-conv first leaps up, and the net spends its first batches on coming down. The input
  // of its last layer is a sum that no norm has touched; the paper's net has a norm and a ReLU there. So we
  // try it with them; and without, but with a warm-up: a learning rate that rises over the first steps.

  func firstLosses(endsWithNorm: Bool, _ schedule: Schedule) -> [Double] {
    var random = Random(seed: seed)
    let net = ThreeStageResNet(.normFirst, endsWithNorm: endsWithNorm, using: &random)
    let optimizer = SGD(net.parameters, learningRate: 0.1)
    let order = Random(seed: seed &+ 1 << 32)
    return extent.batches(extent.data.training, order).prefix(10).enumerated().map { step, batch in
      optimizer.learningRate = schedule.learningRate(at: step)
      let loss = crossEntropy(net(batch.images.on(Tape())), batch.labels)
      optimizer.step(loss.backward())
      return Double(loss.scalar)
    }
  }
  let rate = Schedule.constant(0.1)
  let starts = [
    firstLosses(endsWithNorm: false, rate), firstLosses(endsWithNorm: true, rate),
    firstLosses(endsWithNorm: false, rate.warmedUp(from: 0.01, over: 10)),
  ]
  show(startTable(starts))
  checks.expectLeap(starts.map { $0.max()! }, extent.configuration)

  // slide: Without a norm before its last layer, the loss leaps up
  // show: table BN-ReLU-conv | loss of the first batch | the greatest of ten | of the tenth
  // say: The pre-activation net of the notebook ends in a sum that no norm has touched; the paper's net ends in a norm and a ReLU.
  //   With those the leap is gone. A warm-up only delays it.
}
