/// Free memory in segments of any size, from which blocks are cut; neighbors that are free become one.
///
/// A block is cut from the smallest segment that is large enough (best fit). Tensors of a training step
/// are few and large, so that to look at every segment takes no time.
struct FreeSegments {
  private var segments: [(start: UnsafeMutableRawPointer, bytes: Int)] = []  // by address

  /// A block of `wanted` bytes, `nil` if no segment has as many.
  mutating func take(_ wanted: Int) -> UnsafeMutableRawPointer? {
    var best: Int?
    for i in segments.indices where segments[i].bytes >= wanted {
      if best.map({ segments[i].bytes < segments[$0].bytes }) ?? true { best = i }
    }
    guard let best else { return nil }
    let start = segments[best].start
    if segments[best].bytes == wanted {
      segments.remove(at: best)
    } else {
      segments[best] = (start + wanted, segments[best].bytes - wanted)
    }
    return start
  }

  /// Adds a block that is free again.
  mutating func add(_ start: UnsafeMutableRawPointer, _ bytes: Int) {
    var (start, bytes) = (start, bytes)
    var place = segments.firstIndex { $0.start > start } ?? segments.count
    if place < segments.count, start + bytes == segments[place].start {
      bytes += segments.remove(at: place).bytes
    }
    if place > 0, segments[place - 1].start + segments[place - 1].bytes == start {
      place -= 1
      (start, bytes) = (segments[place].start, bytes + segments.remove(at: place).bytes)
    }
    segments.insert((start, bytes), at: place)
  }
}
