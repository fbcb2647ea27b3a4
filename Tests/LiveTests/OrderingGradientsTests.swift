import Autograd
import Chapter5Net
import Testing

@testable import Live

@Suite struct OrderingGradientsTests {
  private let gradients = OrderingGradients(seed: 1)

  /// The gradient as the tape hands it on, at the inputs of all blocks, each of which is cut out of the net and
  /// watched by itself.
  @Test(arguments: Ordering.allCases, Paths.allCases)
  func theNormsAreThoseOfWatchedFeatures(ordering: Ordering, paths: Paths) {
    let norms = gradients.norms(ordering, stage: 2, along: paths, seed: 3)
    var random = Random(seed: 3)
    let net = NarrowResNet(depth: 10, ordering, using: &random)
    let features = net.features(gradients.images.on(Tape()))
    #expect(norms.count == 5)
    for (i, feature) in features.enumerated() {
      let tape = Tape()
      let watched = tape.watch(feature.detached)
      let last = net.blocks[i...].reduce(watched) { x, block in
        let (shortcut, branch) = (block.shortcut(x), block.branch(x))
        return switch paths {
        case .both: block(x)
        case .shortcuts: block.afterSum(shortcut + branch.detached)
        case .branches: block.afterSum(shortcut.detached + branch)
        }
      }
      let dx = crossEntropy(net.classify(last), gradients.labels).backward()[watched]!
      let norm = dx.scalars.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
      #expect(abs(norms[i] - norm) <= 1e-4 * norm, "place \(i)")
    }
  }

  /// As in chapter 5, on Fashion-MNIST: there a millionfold.
  ///
  /// Measured over seeds 1 to 5 with drawn digits: 2e6 to 2e7 along both, 1e-15 to 1e-12 and 1e-6 to 1e-3 along one.
  @Test func withANormBehindEachSumEachPathDecaysAndBothGrow() {
    let ratios = Paths.allCases.map { paths in
      let norms = gradients.norms(.normAfterAddition, stage: 50, along: paths, seed: 1)
      return norms[0] / norms.last!
    }
    #expect(ratios[0] > 1e5 && ratios[1] < 1e-9 && ratios[2] < 1e-2)
  }
}
