import Glibc

/// Memory for buffers, which the page's own allocator keeps when it is given back (Memory.swift).
public enum Storage {
  struct Block {
    let start: UnsafeMutableRawPointer

    var floats: UnsafeMutablePointer<Float> { start.assumingMemoryBound(to: Float.self) }
  }

  static func take(bytes: Int) -> Block {
    var start: UnsafeMutableRawPointer?
    guard posix_memalign(&start, 64, (max(bytes, 1) + 63) / 64 * 64) == 0, let start else {
      fatalError("out of memory")
    }
    return Block(start: start)
  }

  static func giveBack(_ block: Block) { free(block.start) }
}
