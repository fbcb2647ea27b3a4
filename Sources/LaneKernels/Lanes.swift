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
