import Autograd

/// A gray image for the terminal, `[H, W]`, from 0 (black) to 255 (white), with a caption.
public struct GrayImage: Sendable {
  let pixels: [UInt8]
  let height, width: Int
  let caption: String

  /// An image of pixels in row-major order.
  public init(_ pixels: [UInt8], height: Int, width: Int, caption: String = "") {
    require(
      height > 0 && width > 0 && pixels.count == height * width,
      "GrayImage: there are \(pixels.count) pixels; "
        + "height \(height) times width \(width) wants \(height * width), and at least one")
    (self.pixels, self.height, self.width, self.caption) = (pixels, height, width, caption)
  }

  /// The pixel at a place, or `nil` outside the image.
  func pixel(_ row: Int, _ column: Int) -> UInt8? {
    row < height && column < width ? pixels[row * width + column] : nil
  }

  /// The image of the means of blocks of `rows` × `columns` pixels, smaller ones at the edges.
  func shrunk(rows: Int, columns: Int) -> GrayImage {
    guard rows > 1 || columns > 1 else { return self }
    let (newHeight, newWidth) = ((height + rows - 1) / rows, (width + columns - 1) / columns)
    var means: [UInt8] = []
    for row in 0..<newHeight {
      for column in 0..<newWidth {
        var (sum, count) = (0, 0)
        for y in row * rows..<min(height, (row + 1) * rows) {
          for x in column * columns..<min(width, (column + 1) * columns) {
            sum += Int(pixels[y * width + x])
            count += 1
          }
        }
        means.append(UInt8(sum / count))
      }
    }
    return GrayImage(means, height: newHeight, width: newWidth, caption: caption)
  }
}
