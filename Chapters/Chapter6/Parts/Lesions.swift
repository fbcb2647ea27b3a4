import Autograd
import Chapter6Net
import Notebook

/// Blocks deleted from trained nets, one at a time and several at once.
func lesions(_ study: Study, seed: UInt64, _ checks: inout Checks) {
  // Veit et al. (2016, "Residual networks behave like ensembles of relatively shallow networks", section 4.1)
  // took a trained net and deleted one of its blocks, without training it again. To delete a residual block
  // is to leave its branch out: what comes in goes on along the shortcut. From a plain net a block is
  // cut out entirely; where it changes the shape, pixels and channels are chosen as a shortcut does it.

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
  study.expect(deletions, study.recorded.deletions, &checks) { $0.expectDeletions($1, study) }

  // ### Several at once
  //
  // What if more blocks are missing? Some are drawn at random, five times for each number, and the errors
  // averaged.

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
  study.expect(several, study.recorded.several, &checks) { $0.expectSeveral($1, counts) }
}
