import Kernels

/// The kernels for where oneDNN is not, such as a web page: the readable loops, on eight images at once.
///
/// A convolution does the same to every image. So eight of them are computed side by side, in the eight lanes
/// of a vector. Only what takes time is written here; everything else is the readable default of `KernelSet`.
public enum Lanes: KernelSet {}

/// The same number of eight images.
typealias Eight = SIMD8<Float>

extension Conv2DGeometry {
  /// The sizes of the input.
  var input: ImageGeometry {
    ImageGeometry(images: images, channels: inChannels, height: height, width: width)
  }

  /// The sizes of the output.
  var output: ImageGeometry {
    ImageGeometry(images: images, channels: outChannels, height: outHeight, width: outWidth)
  }

  /// How many output channels one group has.
  var outputsPerGroup: Int { outChannels / groups }
}

extension ImageGeometry {
  /// Visits every channel of every image.
  @inline(__always)
  func forEachPlane(_ visit: (_ channel: Int, _ pixels: Range<Int>) -> Void) {
    for plane in 0..<images * channels {
      visit(plane % channels, plane * pixels..<(plane + 1) * pixels)
    }
  }
}

extension Lanes {
  /// The sum of `number` over all images and pixels of each channel, in four parts, so that an addition
  /// does not wait for the one before.
  @inline(__always)
  static func sums(
    _ g: ImageGeometry, _ number: (_ i: Int, _ channel: Int) -> Double
  ) -> [Double] {
    var sums = [Double](repeating: 0, count: g.channels)
    g.forEachPlane { c, pixels in
      var (four, i) = (SIMD4<Double>(), pixels.lowerBound)
      while i + 4 <= pixels.upperBound {
        four += SIMD4(number(i, c), number(i + 1, c), number(i + 2, c), number(i + 3, c))
        i += 4
      }
      while i < pixels.upperBound {
        four[0] += number(i, c)
        i += 1
      }
      sums[c] += four.sum()
    }
    return sums
  }
}
