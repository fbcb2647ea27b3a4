import Autograd
import Chapter6Net
import Notebook

/// What the classifier says before the last block.
func makingUpItsMind(_ study: Study, _ checks: inout Checks) {
  // Behind the last block stands a classifier: a mean over all pixels, and a linear layer. In the second stage
  // all features have the same shape, so it can be read behind any of its blocks, though it was trained behind
  // the last one only. Jastrzębski et al. (2018, "Residual connections encourage iterative inference") read
  // theirs so, and found that the later blocks refine what is there. How much a block changes, the norms tell: that of
  // its branch, divided by that of what it is added to, |F| : |x|.

  heading(
    "Making up its mind",
    "In the second stage all features have the same shape, so it can be read behind any of its blocks, "
      + "though it was trained behind the last one only.")
  let readouts = study.measure([study.residual], as: "readouts") { net, _ in
    let second = net.blocks.count / 2 + 1
    let errors = (second...net.blocks.count).map { depth in
      study.error { net.classify(net.features(net.stem($0))[depth]) }
    }
    let features = net.features(net.stem(study.hundred.images))
    let ratios = zip(net.blocks, features).map { block, x in
      norm(block.branch(x)) / norm(block.shortcut(x))
    }
    return Readout(errors: errors, ratios: ratios)
  }
  show(readoutTable(readouts, study))
  study.figures.show(readoutChart(readouts, study), as: "readouts")
  study.expect(readouts, study.recorded.readouts, &checks) { $0.expectReadouts($1) }

  // From block to block fewer pictures are predicted wrongly: the net does not decide at its end, it makes up its mind
  // on the way there, and each block corrects what it is given. For that a branch is small enough, about a third of what
  // it is added to, except in the first blocks, where features are small.

  // slide: The net makes up its mind from block to block
  // number: first = 14 | test error, %
  // number: last = 26 | test error, %
  // show: figure readouts
  // say: The classifier was trained behind the last block only. Read behind block 14 it is wrong about {first} %, behind the last
  //   one about {last} %. Ask what that says about deleting one block. Jastrzębski et al. 2018.
}
