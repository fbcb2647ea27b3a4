import Autograd
import Chapter6Net
import Notebook

/// What the classifier says before the last block.
func makingUpItsMind(_ study: Study, _ checks: inout Checks) {
  // Behind the last block stands a classifier: a mean over all pixels, and a linear layer. In the second stage
  // all features have the same shape, so it can be read behind any of its blocks, though it was trained behind
  // the last one only. Jastrzębski et al. (2018, "Residual connections encourage iterative inference") read
  // theirs so, and found that the later blocks refine what is there. Two more numbers tell what a block does: the
  // norm of its branch, divided by that of what it is added to; and the cosine of the angle between the branch and
  // the negative gradient of the loss, with respect to what the block returns. If that is above zero, the block
  // takes a step that lowers the loss.

  heading(
    "Making up its mind",
    "In the second stage all features have the same shape, so it can be read behind any of its blocks, "
      + "though it was trained behind the last one only.")
  let readouts = study.measure([study.residual], as: "readouts") { net, _ in
    let second = net.blocks.count / 2 + 1
    let errors = (second...net.blocks.count).map { depth in
      study.error { net.classify(net.features(net.stem($0))[depth]) }
    }
    let stem = net.stem(study.hundred.images)
    let features = net.features(Tape(.evaluation).watch(stem))
    var gradients: [Int: Tensor] = [:]
    _ = crossEntropy(net.classify(features.last!), study.hundred.labels).backward { flow in
      gradients[flow.to] = gradients[flow.to].map { $0 + flow.gradient } ?? flow.gradient
    }
    let added = zip(net.blocks, features).map { ($0.branch($1.detached), $0.shortcut($1.detached)) }
    return Readout(
      errors: errors, ratios: added.map { norm($0) / norm($1) },
      cosines: zip(added, features.dropFirst()).map { added, y in
        cosine(added.0, -gradients[y.line!]!)
      })
  }
  show(readoutTable(readouts, study))
  study.figures.show(readoutChart(readouts, study), as: "readouts")
  study.expect(readouts, study.recorded.readouts, &checks) { $0.expectReadouts($1) }

  // From block to block fewer pictures are predicted wrongly: the net does not decide at its end, it makes up its mind
  // on the way there. No branch is as large as what it is added to; together they take many small steps. TODO cosines.

  // slide: The net makes up its mind from block to block
  // number: first = 14 | test error, %
  // number: last = 26 | test error, %
  // show: figure readouts
  // say: The classifier was trained behind the last block only. Read behind block 14 it is wrong about {first} %, behind the last
  //   one about {last} %. Ask what that says about deleting one block. Jastrzębski et al. 2018.
}
