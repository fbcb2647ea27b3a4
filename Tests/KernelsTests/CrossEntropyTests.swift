import Kernels
import OneDNNKernels
import TestSupport
import Testing

@Suite struct CrossEntropyTests {
  @Test(arguments: [1, 3, 64], [1, 2, 10, 33]) func crossEntropiesAgree(rows: Int, classes: Int) {
    let labels = (0..<rows).map { $0 * 7 % classes }
    for logits in laidOutBothWays([rows, classes, 1, 1]) {
      let (fast, readable) = (
        OneDNN.crossEntropy(logits, labels), Reference.crossEntropy(logits, labels)
      )
      expectClose([fast.loss], [readable.loss])
      expectClose(fast.p, readable.p)
    }
    for p in laidOutBothWays([rows, classes, 1, 1], seed: 5) {
      expectClose(
        OneDNN.crossEntropyGradient(0.5, p, labels), Reference.crossEntropyGradient(0.5, p, labels))
    }
  }

  @Test(arguments: [OneDNN.self, Reference.self] as [any KernelSet.Type])
  func equalScoresAreAsGoodAsGuessing(kernels: any KernelSet.Type) {
    let (loss, p) = kernels.crossEntropy(Buffer([3, 3, 3, 3]), [2])
    expectClose([loss], [1.3862944], tolerance: 1e-6)  // log 4
    #expect(p.scalars == [0.25, 0.25, 0.25, 0.25])
    #expect(kernels.crossEntropyGradient(2, p, [2]).scalars == [0.5, 0.5, -1.5, 0.5])
  }

  @Test(arguments: [OneDNN.self, Reference.self] as [any KernelSet.Type])
  func enormousScoresDoNotOverflow(kernels: any KernelSet.Type) {
    let logits = Buffer([1e4, -1e4, 1e4, -1e4])
    let (loss, p) = kernels.crossEntropy(logits, [0, 1])
    #expect(loss == 10_000)  // right for certain, and wrong by 20,000
    #expect(p.scalars == [1, 0, 1, 0])
    #expect(kernels.crossEntropyGradient(1, p, [0, 1]).scalars == [0, 0, 0.5, -0.5])
  }

  /// A mean taken in `Float` would lose the small losses beside the large sum.
  @Test(arguments: [OneDNN.self, Reference.self] as [any KernelSet.Type])
  func aMillionSmallLossesAreAllCounted(kernels: any KernelSet.Type) {
    let logits = Buffer(repeating: 0, count: 2_000_000)
    let loss = kernels.crossEntropy(logits, [Int](repeating: 1, count: 1_000_000)).loss
    expectClose([loss], [0.6931472], tolerance: 1e-6)  // log 2
  }
}
