import Kernels
import OneDNNKernels
import TestSupport
import Testing

@Suite struct BufferTests {
  @Test(arguments: [0, 1, 15, 16, 17, 1000]) func numbersComeBackAsTheyWent(count: Int) {
    #expect(Buffer(ramp(count)).scalars == ramp(count))
    #expect(
      Buffer(repeating: 2.5, count: count).scalars == [Float](repeating: 2.5, count: count))
  }

  @Test(arguments: [(0, 0), (1, 1), (16, 1), (17, 2), (32, 2)])
  func vectorsCoverEveryNumber(count: Int, vectors: Int) {
    #expect(Buffer(count: count).vectorCount == vectors)
  }

  @Test func inRowMajorOrderItIsPlainAlready() {
    let x = Buffer.ramp(12)
    #expect(x.plain === x)
  }

  @Test(arguments: imageShapes) func laidOutOtherwiseItHoldsTheSameNumbers(shape: [Int]) {
    let both = laidOutBothWays(shape)
    #expect(both[1].scalars == both[0].scalars)
    #expect(both[1].count == both[0].count)
    #expect(both[1].stored >= both[1].count)
    #expect(both[1].plain.layout == nil)
  }

  @Test func oneLikeAnotherIsLaidOutLikeIt() {
    let other = laidOutBothWays([2, 3, 4, 4])[1]
    let buffer = Buffer(like: other)
    #expect(buffer.layout === other.layout)
    #expect((buffer.count, buffer.stored) == (other.count, other.stored))
  }
}
