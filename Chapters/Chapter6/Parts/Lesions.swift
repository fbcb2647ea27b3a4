import Autograd
import Chapter6Net
import Notebook

/// Blocks deleted from trained nets, one at a time and several at once.
func lesions(_ study: Study, _ checks: inout Checks) {
  // Veit et al. (2016, "Residual networks behave like ensembles of relatively shallow networks", section 4.1)
  // took a trained net and deleted one of its blocks, without training it again. To delete a residual block
  // is to leave its branch out: what comes in goes on along the shortcut. From a plain net a block is
  // cut out entirely; where it changes the shape, pixels and channels are chosen as a shortcut does it.
  //
  // A smaller net of the same blocks, residual or plain, learns drawn digits in this page, in seconds: delete blocks of it
  // before you read on. Its lower bars show the classifier read early, which has a section of its own below.
  //
  // lab: lesions

  heading(
    "Lesions",
    "To delete a residual block is to leave its branch out: what comes in goes on along the shortcut."
  )
  func error(of net: StackedNet, without deleted: Set<Int>) -> Double {
    study.error { images in
      let features = net.features(net.stem(images)) { block, i, x in
        deleted.contains(i) ? block.shortcut(x) : block(x)
      }
      return net.classify(features.last!)
    }
  }
  let deletions = study.measure([study.residual, study.plain], as: "deletions") { net, _ in
    net.blocks.indices.map { error(of: net, without: [$0]) }
  }
  show(deletionTable(deletions, study))
  study.figures.show(deletionChart(deletions, study), as: "deletions")
  study.expect(deletions, study.recorded.deletions, &checks) { $0.expectDeletions($1) }

  // In the residual net most of the blocks can go, one at a time, and few pictures more are predicted wrongly. The
  // first two or three matter, where features are small and each block changes them much, and a little the one that
  // halves the image; “the others” in the table are the rest. There is no block that the plain net can do without: each
  // has learned from what the one before it returned, and now it is given something else. A residual block is given the
  // sum of what all before it added, and one summand less is a small change.

  // slide: Most blocks of a residual net can be deleted, and none of a plain one
  // number: others = residual 54 + the others, mean | test error, %, recorded
  // number: plain = plain 22 + any, least | test error, %, recorded
  // show: figure deletions
  // say: Trained nets, one block deleted, nothing trained again. Without one of its later blocks the residual net is wrong about {others} %
  //   on the mean, the plain one about {plain} % at least. Veit et al. 2016, figure 3.

  // ### Several at once
  //
  // What if more blocks are missing? They are drawn at random, five times for each number, and the errors are
  // averaged. In the paper's figure 5a the error rises smoothly with the number, and so it does here: there is no
  // number at which the net breaks.

  let counts = [1, 2, 4, 8, 12, 16, 20]
  let several = study.measure([study.residual], as: "several") { net, seed in
    var random = Random(seed: seed)
    return counts.filter { $0 < net.blocks.count }.map { count in
      let errors = (0..<5).map { _ in
        error(of: net, without: Set(random.order(of: net.blocks.count).prefix(count)))
      }
      return Spread(errors).mean
    }
  }
  show(severalTable(counts, several, study))
  study.expect(several, study.recorded.several, &checks) { $0.expectSeveral($1) }
}
