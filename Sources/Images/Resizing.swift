import Datasets
import Sentences

// The usual preparation of pictures for nets, with the same pixels as torchvision.

extension RGBImage {
  /// The picture resized to a shorter side of `side` pixels, torchvision's `Resize(side)`.
  ///
  /// - Parameter name: the name of the picture in sentences.
  /// - Throws: `SentenceError` if the longer side would then be longer than any picture may be.
  public func resized(shorterSide side: Int, name: String) throws -> RGBImage {
    let (short, long) = (min(height, width), max(height, width))
    let longer = side * long / short
    guard longer <= Resize.mostPixels else {
      throw SentenceError(
        "\(name) is \(width)×\(height) pixels large; with its shorter side made \(side), the other "
          + "would be \(longer), and \(Resize.mostPixels) are the most")
    }
    return height <= width
      ? resized(height: side, width: longer) : resized(height: longer, width: side)
  }

  private func resized(height newHeight: Int, width newWidth: Int) -> RGBImage {
    if newHeight == height && newWidth == width { return self }
    let resize = Resize(height: newHeight, width: newWidth)
    return RGBImage(
      planes: (0..<3).map { resize(plane($0), height: height, width: width) },
      height: newHeight, width: newWidth)
  }

  /// The central square of the picture, torchvision's `CenterCrop`.
  ///
  /// - Parameter side: no longer than the picture's own sides.
  public func centerCropped(to side: Int) -> RGBImage {
    // Python, and so torchvision, rounds halves to the even number.
    func start(_ length: Int) -> Int {
      Int((Double(length - side) / 2).rounded(.toNearestOrEven))
    }
    let (top, left) = (start(height), start(width))
    let rows = (top..<top + side).map { y in
      pixels[3 * (y * width + left)..<3 * (y * width + left + side)]
    }
    return RGBImage(pixels: Array(rows.joined()), height: side, width: side)
  }
}
