import Kernels
import OneDNNKernels
import TestSupport
import Testing

@Suite struct ManyThreadsTests {
  /// Every task compiles its own computation while others run theirs, in memory others gave back.
  @Test func sixtyFourTasksEachGetTheirOwnAnswer() async {
    await withTaskGroup { group in
      for task in 0..<64 {
        group.addTask {
          let g = Conv2DGeometry(
            images: 1 + task % 3, inChannels: 1 + task % 5, height: 8, width: 6 + task % 7,
            outChannels: 1 + task % 17, kernel: 3, stride: 1, padding: 1)
          let wanted = chain(Reference.self, g, seed: task)
          for _ in 0..<5 { expectClose(chain(OneDNN.self, g, seed: task), wanted) }
        }
      }
    }
  }

  /// Long enough to be split between the cores, by every task at once.
  @Test func tasksThatSplitTheirNumbersDoNotMixThem() async {
    await withTaskGroup { group in
      for task in 0..<64 {
        group.addTask {
          let x = Buffer(repeating: Float(task), count: 20_000)
          let y = OneDNN.add(x, OneDNN.scale(x, by: 2))
          #expect(y.scalars == [Float](repeating: 3 * Float(task), count: 20_000))
        }
      }
    }
  }

  @Test func aLockLetsOneThroughAtATimeAndTheSameOneAgain() async {
    let lock = Lock()
    nonisolated(unsafe) var count = 0
    await withTaskGroup { group in
      for _ in 0..<64 {
        group.addTask {
          for _ in 0..<1000 { lock.around { lock.around { count += 1 } } }
        }
      }
    }
    #expect(count == 64_000)
  }
}

/// A convolution, a curve, a pooling and the way back.
private func chain(_ kernels: any KernelSet.Type, _ g: Conv2DGeometry, seed: Int) -> Buffer {
  let (x, w) = (Buffer.ramp(g.inputCount, seed: seed), Buffer.ramp(g.weightCount))
  let y = kernels.sigmoid(kernels.conv2D(x, w, .ramp(g.outChannels), g))
  let pooled = kernels.maxPool2D(
    y,
    Pool2DGeometry(
      images: g.images, channels: g.outChannels, height: g.outHeight, width: g.outWidth,
      kernel: 2, stride: 2, padding: 0))
  let dy = kernels.sigmoidGradient(pooled.gradient(pooled.y), y: y)
  return kernels.conv2DInputGradient(dy, w, g)
}
