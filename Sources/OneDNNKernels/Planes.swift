import Kernels

/// Sixteen channels of one image, whose pixels lie in one piece of memory, a vector each.
struct Plane {
  let image, block: Int
  /// Its place among the planes of all images.
  let number: Int
}

extension ImageGeometry {
  var shape: [Int] { [images, channels, height, width] }

  /// How many planes an image has.
  var blocks: Int { (channels + 15) / 16 }

  /// Visits every plane of these blocks, or of all, with its pixels, on all cores.
  func forEachPlane(
    of blocks: Range<Int>? = nil, _ visit: (_ plane: Plane, _ pixels: Range<Int>) -> Void
  ) {
    let (all, pixels) = (self.blocks, pixels)
    let blocks = blocks ?? 0..<all
    forEachRun(of: images * blocks.count, each: pixels) { run in
      for i in run {
        let (image, block) = (i / blocks.count, blocks.lowerBound + i % blocks.count)
        let number = image * all + block
        visit(
          Plane(image: image, block: block, number: number), number * pixels..<(number + 1) * pixels
        )
      }
    }
  }

  /// The blocks in groups, each so small that it is still in the cache when it is walked again.
  ///
  /// - Parameter arrays: how many arrays of this geometry are walked at once.
  func groups(walking arrays: Int) -> [Range<Int>] {
    let cache = 2 << 20
    let bytes = arrays * images * pixels * MemoryLayout<Vector>.stride
    let size = max(cache / max(bytes, 1), 1)
    return stride(from: 0, to: blocks, by: size).map { $0..<min($0 + size, blocks) }
  }

  /// Which of the sixteen places of a block hold no channel.
  func gaps(in block: Int) -> SIMDMask<SIMD16<Int32>> {
    let places = SIMD16<Int32>(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
    return places .>= Int32(clamping: channels - 16 * block)
  }
}
