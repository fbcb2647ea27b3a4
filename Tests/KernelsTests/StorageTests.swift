import Kernels
import Testing

// Each in a process of its own, where no other test takes or gives back memory.

/// Where a buffer lay that is no more.
private func address(count: Int) -> Int { Int(bitPattern: Buffer(count: count).start) }

@Suite struct StorageTests {
  @Test func aBlockThatIsGivenBackIsUsedAgain() async {
    await #expect(processExitsWith: .success) {
      let first = address(count: 1000)
      #expect(address(count: 1000) == first)
      #expect(address(count: 993) == first)  // as many cache lines
    }
  }

  @Test func aBlockInUseIsNotHandedOutAgain() async {
    await #expect(processExitsWith: .success) {
      let buffers = (0..<100).map { Buffer(repeating: Float($0), count: 100) }
      for (i, buffer) in buffers.enumerated() {
        #expect(buffer.scalars == [Float](repeating: Float(i), count: 100))
      }
    }
  }

  @Test func aSmallerBufferMakesDoWithABlockAtMostTwiceAsLarge() async {
    await #expect(processExitsWith: .success) {
      let large = address(count: 4096)
      #expect(address(count: 2048) == large)
      #expect(address(count: 2047) == large)  // as many cache lines
      #expect(address(count: 2032) != large)
    }
  }

  @Test func everyBlockBeginsWithACacheLine() async {
    await #expect(processExitsWith: .success) {
      let buffers = [0, 1, 15, 17, 100, 1 << 20].map { Buffer(count: $0) }
      for buffer in buffers { #expect(Int(bitPattern: buffer.start) % 64 == 0) }
    }
  }

  @Test func theSystemIsAskedOnceForWhatIsUsedAgain() async {
    await #expect(processExitsWith: .success) {
      let sizes = [1, 1000, 100_000, 20_000_000]  // the last is larger than a slab
      for count in sizes { _ = address(count: count) }
      let bytes = Storage.bytesFromSystem
      #expect(bytes >= 80_000_000)
      for _ in 0..<10 { for count in sizes { _ = address(count: count) } }
      #expect(Storage.bytesFromSystem == bytes)
    }
  }
}
