import Kernels

/// The parts of a batch that a convolution is computed by, one after another.
///
/// What belongs to a part is still in the cache when the next kernel reads it, or need not exist anywhere
/// else. That pays for tensors that do not fit into the cache.
struct ConvolutionPieces {
  /// Of all, and of one part.
  private let whole: Conv2DGeometry
  let part: Conv2DGeometry

  /// `nil` if the output is so small that it stays in the cache anyway, or if there are no equal parts of
  /// one to five megabytes.
  init?(of g: Conv2DGeometry) {
    let image = 4 * g.outputCount / max(1, g.images)
    let sizes = (1...max(1, g.images)).filter {
      g.images.isMultiple(of: $0) && (1 << 20...5 << 20).contains($0 * image)
    }
    guard 4 * g.outputCount > 16 << 20, g.groups == 1, let size = sizes.last else { return nil }
    (whole, part) = (g, g.with(images: size))
  }

  /// Calls `body` with the images of each part.
  func forEach(_ body: (_ images: Range<Int>) -> Void) {
    for first in stride(from: 0, to: whole.images, by: part.images) {
      body(first..<first + part.images)
    }
  }

  /// How the whole is arranged whose part is arranged like this, one image after another.
  ///
  /// `nil` if that is neither in row-major order nor in blocks of channels.
  func arrangement(_ argument: Arrangement) -> Arrangement? {
    let shape = [whole.images] + argument.shape.dropFirst()
    if argument.isPlain { return .plain(shape) }
    return argument === Arrangement.blocked(argument.shape) ? .blocked(shape) : nil
  }
}

extension Conv2DGeometry {
  /// The same for another number of images.
  fileprivate func with(images: Int) -> Conv2DGeometry {
    Conv2DGeometry(
      images: images, inChannels: inChannels, height: height, width: width,
      outChannels: outChannels, kernel: kernel, stride: stride, padding: padding, groups: groups)
  }

  /// That of the results.
  var outputImages: ImageGeometry {
    ImageGeometry(images: images, channels: outChannels, height: outHeight, width: outWidth)
  }
}
