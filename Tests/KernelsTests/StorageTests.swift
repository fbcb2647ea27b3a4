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

  /// Large blocks are cut from what is free, and become one with it when they are given back.
  @Test func whatWasManyLargeBlocksCanBeOne() async {
    await #expect(processExitsWith: .success) {
      let megabyte = 1 << 18  // numbers
      var blocks = (0..<8).map { _ in Buffer(repeating: 1, count: 2 * megabyte) }
      let first = blocks.map { Int(bitPattern: $0.start) }.min()!
      blocks.swapAt(2, 5)
      while !blocks.isEmpty { blocks.removeLast() }
      let bytes = Storage.bytesFromSystem
      let (whole, rest) = (Buffer(count: 15 * megabyte), Buffer(count: megabyte))
      #expect(Int(bitPattern: whole.start) == first)
      #expect(Int(bitPattern: rest.start) == first + 60 * megabyte)
      #expect(Storage.bytesFromSystem == bytes)
    }
  }
}
