import CPage

// The engine's memory, which it has to itself: a block that is given back is kept for the next of its size.
//
// Sizes are rounded up to one of four between a power of two and the next. It stands in for the C library's allocator,
// which is four times as large.

/// In front of each block: where it begins with what was skipped for its alignment, and its size.
private struct Head {
  var start: UnsafeMutableRawPointer
  var kind: Int
}

/// The first free block of each size; each begins with the address of the next.
nonisolated(unsafe) private var free: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
/// Where what was never used begins, and where the memory ends.
nonisolated(unsafe) private var (unused, end) = (0, 0)

private let headSize = 16

/// A block of memory.
@_cdecl("posix_memalign") public func allocate(
  _ block: UnsafeMutablePointer<UnsafeMutableRawPointer?>, _ alignment: Int, _ bytes: Int
) -> Int32 {
  let skipped = max(alignment, headSize)
  let (kind, size) = rounded(bytes + skipped)
  guard let start = taken(kind) ?? fresh(size) else { return 12 }  // ENOMEM
  let place = (Int(bitPattern: start) + headSize + skipped - 1) & -skipped
  let address = UnsafeMutableRawPointer(bitPattern: place)!
  (address - headSize).storeBytes(of: Head(start: start, kind: kind), as: Head.self)
  block.pointee = address
  return 0
}

/// Gives a block back.
@_cdecl("free") public func giveBack(_ block: UnsafeMutableRawPointer?) {
  guard let block, let free else { return }
  let head = (block - headSize).load(as: Head.self)
  head.start.storeBytes(of: free[head.kind], as: UnsafeMutableRawPointer?.self)
  free[head.kind] = head.start
}

/// The number of the least size that is enough, and the size itself.
private func rounded(_ bytes: Int) -> (kind: Int, size: Int) {
  let units = (bytes + 15) / 16
  let shift = max(0, 29 - units.leadingZeroBitCount)
  let quarters = (units + (1 << shift) - 1) >> shift
  return (4 * shift + quarters, (quarters << shift) * 16)
}

private func taken(_ kind: Int) -> UnsafeMutableRawPointer? {
  guard let start = free?[kind] else { return nil }
  free?[kind] = start.load(as: UnsafeMutableRawPointer?.self)
  return start
}

/// A block behind all others; the memory grows by at least a megabyte.
private func fresh(_ size: Int) -> UnsafeMutableRawPointer? {
  if free == nil {
    let start = page_heap()!
    free = start.bindMemory(to: UnsafeMutableRawPointer?.self, capacity: 128)
    free!.initialize(repeating: nil, count: 128)
    unused = Int(bitPattern: start) + 512
    end = page_grow(0) * 65536
  }
  if unused + size > end {
    let pages = max(16, (unused + size - end + 65535) / 65536)
    guard page_grow(pages) >= 0 else { return nil }
    end += pages * 65536
  }
  defer { unused += size }
  return UnsafeMutableRawPointer(bitPattern: unused)
}
