import Autograd
import Chapter7Blocks
import Layers
import Notebook
import Optimizers
import Training

/// U-Net, with its shortcuts and without.
func uShape(
  _ extent: Extent, _ drawings: Figures, _ figures: Figures, _ checks: inout Checks
) {
  heading(
    "A net in the shape of a U", "Its output is as large as its input: an answer for each pixel.")

  // U-Net was made for pictures of cells. Its output is as large as its input: an answer for each pixel. To
  // know what a pixel belongs to, the net must see far, so it shrinks the picture; to say where it ends, it
  // needs the pixels themselves. Shortcuts bring them across, from each size on the way down to the same
  // size on the way up. They are concatenated: what comes across and what comes from below are different
  // things.
  //
  // source: Chapters/Chapter7/Blocks/UNet.swift

  var random = Random(seed: extent.seeds[0])
  let net = UNet(1, 2, width: 8, using: &random)
  drawings.draw(net, input: [1, 1, 28, 28], .paper, as: "unet", caption: "A small U-Net")

  // Here the answer is whether a pixel belongs to the piece of clothing: whether it is brighter than the
  // mean of all pixels. The net is shown the picture with noise of deviation 1, that of the pixels. We
  // compare it with the same net without shortcuts, in which zeros come across. The loss is the
  // cross-entropy of each pixel, and Adam takes 40 steps with a rate of 0.003.

  func isClothing(_ picture: Tensor) -> [Int] { picture.scalars.map { $0 > 0 ? 1 : 0 } }
  func rows(_ y: Tensor) -> Tensor {
    let pixels = y.shape[2] * y.shape[3]
    return y.reshaped([y.shape[0], 2, pixels]).transposed(1, 2)
      .reshaped([y.shape[0] * pixels, 2])
  }
  func train(_ hasShortcuts: Bool, seed: UInt64, _ run: TrainingRun) -> Masks {
    var random = Random(seed: seed)
    let net = UNet(1, 2, width: 8, hasShortcuts: hasShortcuts, using: &random)
    let optimizer = Adam(net.parameters, learningRate: 0.003)
    for _ in run.epochs {
      for batch in run.batches(extent.batches(extent.uData.training, of: 16, random)) {
        let noisy = batch.images + .normal(batch.images.shape, using: &random)
        let (scores, known) = (rows(net(noisy.on(Tape()))), isClothing(batch.images))
        let loss = crossEntropy(scores, known)
        optimizer.step(loss.backward())
        run.record(loss, scores, known)
      }
      run.endEpoch(Score())
    }
    var masks = Masks()
    var noise = Random(seed: 1)
    for batch in extent.batches(extent.uData.test, of: 64) {
      let noisy = batch.images + .normal(batch.images.shape, using: &noise)
      masks.add(
        noisy: noisy, known: isClothing(batch.images), predicted: rows(net(noisy)).argMax(),
        bright: isClothing(noisy))
    }
    return masks
  }
  let trials = Experiment([true, false], seeds: extent.seeds).train(extent.uConfiguration, train)
  endIfInterrupted()
  show(maskTable(trials))
  figures.show(
    trials.maskPictures, "Noise, the clothing, and what both nets take for it", as: "masks",
    columns: 4)
  checks.expectMasks(trials, extent.uConfiguration)

  // slide: Without shortcuts, the U-Net loses the edges
  // number: with = with shortcuts | intersection over union | first
  // number: without = without | intersection over union | first
  // show: figure masks
  // say: From left to right: the noisy picture, the clothing, the net with shortcuts, the net without. The second one knows what it sees and
  //   not exactly where it ends.

  // The measure is that of the paper, the intersection over union: the pixels that are in both the answer
  // and the truth, divided by those in at least one. Without shortcuts the net is better than comparing
  // each noisy pixel with the mean, and its edges are blurred: what it knows of them must come through
  // pictures of 7 × 7 pixels. With shortcuts it has both. U-Net itself had 92 % on one set of cells and
  // 77.5 % on another, where the best before had 83 and 46.
}
