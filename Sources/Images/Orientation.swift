/// How a picture must be turned to stand upright, by the tag Orientation of EXIF 2.32, section 4.6.4.
///
/// A camera that was held on its side stores the pixels as its sensor saw them, and this number beside them.
public enum Orientation: Int, CaseIterable, Sendable {
  /// The picture is upright as it is.
  case upright = 1
  /// Left and right must be swapped.
  case mirrored
  /// Half a turn.
  case halfTurn
  /// Top and bottom must be swapped.
  case upsideDown
  /// Rows and columns must be swapped.
  case transposed
  /// A quarter turn clockwise.
  case clockwise
  /// Rows and columns must be swapped, and then half a turn.
  case transverse
  /// A quarter turn counterclockwise.
  case counterclockwise

  /// Whether the rows of the upright picture are columns of the stored one.
  var swapsAxes: Bool { rawValue >= 5 }

  /// Whether the upright picture begins with the last row, or the last column, that is stored.
  var reverses: (rows: Bool, columns: Bool) {
    switch self {
    case .upright, .transposed: (false, false)
    case .mirrored, .counterclockwise: (false, true)
    case .halfTurn, .transverse: (true, true)
    case .upsideDown, .clockwise: (true, false)
    }
  }
}

extension Orientation: CustomStringConvertible {
  /// What to do to the picture, such as "a quarter turn clockwise".
  public var description: String {
    switch self {
    case .upright: "nothing"
    case .mirrored: "left and right swapped"
    case .halfTurn: "half a turn"
    case .upsideDown: "top and bottom swapped"
    case .transposed: "rows and columns swapped"
    case .clockwise: "a quarter turn clockwise"
    case .transverse: "rows and columns swapped, then half a turn"
    case .counterclockwise: "a quarter turn counterclockwise"
    }
  }
}

extension RGBImage {
  /// The picture turned as its orientation asks, as by Pillow's `exif_transpose`.
  public var upright: RGBImage {
    if orientation == .upright { return self }
    let (newHeight, newWidth) = orientation.swapsAxes ? (width, height) : (height, width)
    let reverses = orientation.reverses
    var turned = [UInt8](repeating: 0, count: pixels.count)
    for y in 0..<newHeight {
      for x in 0..<newWidth {
        let (row, column) = orientation.swapsAxes ? (x, y) : (y, x)
        let from =
          (reverses.rows ? height - 1 - row : row) * width
          + (reverses.columns ? width - 1 - column : column)
        for channel in 0..<3 {
          turned[3 * (y * newWidth + x) + channel] = pixels[3 * from + channel]
        }
      }
    }
    return RGBImage(pixels: turned, height: newHeight, width: newWidth)
  }
}
