import Kernels

/// Sixteen channels of one image, whose pixels lie in one piece of memory, a vector each.
struct Plane {
  let image, block: Int
  /// Its place among the planes of all images.
  let number: Int
  let pixels: Int

  /// Where it begins in memory, in floats.
  var start: Int { 16 * pixels * number }
}

extension ImageGeometry {
  var shape: [Int] { [images, channels, height, width] }

  /// How many planes an image has.
  var blocks: Int { (channels + 15) / 16 }

  /// Visits every plane with its pixels, on all cores.
  func forEachPlane(_ visit: (_ plane: Plane, _ pixels: Range<Int>) -> Void) {
    let (blocks, pixels) = (blocks, pixels)
    forEachRun(of: images * blocks, each: pixels) { run in
      for i in run {
        visit(
          Plane(image: i / blocks, block: i % blocks, number: i, pixels: pixels),
          i * pixels..<(i + 1) * pixels)
      }
    }
  }

  /// Which of the sixteen places of a block hold no channel.
  func gaps(in block: Int) -> SIMDMask<SIMD16<Int32>> {
    let places = SIMD16<Int32>(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
    return places .>= Int32(clamping: channels - 16 * block)
  }
}
