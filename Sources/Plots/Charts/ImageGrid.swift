import Sentences

/// A grid of small images with captions.
public struct ImageGrid: Sendable {
  let title: String
  let columns: Int
  var tiles: [(pixels: Pixels, caption: String, wrong: Bool)] = []

  /// A grid without images, with `columns` images in a row, at least one.
  public init(_ title: String = "", columns: Int = 8) {
    require(columns > 0, "A grid of images was given \(columns) columns; it needs at least one.")
    (self.title, self.columns) = (title, columns)
  }

  /// Appends an image.
  ///
  /// - Parameter wrong: whether the caption is a wrong prediction, which is written in red.
  public mutating func add(_ pixels: Pixels, _ caption: String = "", wrong: Bool = false) {
    tiles.append((pixels, caption, wrong))
  }
}

extension ImageGrid {
  /// The grid as a picture, each image fitted into `tile` by `tile` points, at least 8.
  ///
  /// A caption wider than its image continues on a second line.
  public func picture(tile: Double = 64) -> Picture {
    let tile = clamped(tile, 8), gap = 8.0
    let font = Font.label, line = 13.0
    let captions = tiles.map { font.wrapped($0.caption, to: tile + gap - 2, atMost: 2) }
    let lines = captions.map(\.count).max() ?? 0
    let words = lines == 0 ? 0 : 4 + line * Double(lines)
    let across = max(1, min(columns, tiles.count))
    let rows = (tiles.count + across - 1) / across
    // With a title the picture is wide enough to read it, however few images there are.
    let width = max(gap + Double(across) * (tile + gap), title.isEmpty ? 0 : 200)
    let heading = Heading(title, left: gap, width: width)
    let top = heading.height + gap
    var picture = Picture(
      width: width, height: top + max(Double(rows) * (tile + words + gap), 24), title: title,
      description: spoken)
    picture.phone = { self.onPhone() }
    picture.marks = heading.marks
    for (index, each) in tiles.enumerated() {
      let x = gap + Double(index % across) * (tile + gap)
      let y = top + Double(index / across) * (tile + words + gap)
      let pixels = each.pixels.enlarged(by: repeats(of: each.pixels, in: tile))
      picture.marks.append(.image(pixels, x: x, y: y, width: tile, height: tile))
      for (row, words) in captions[index].enumerated() {
        let base = Point(x + tile / 2, y + tile + line * Double(row + 1))
        let color = each.wrong ? Color.orange : .muted
        picture.marks.append(.text(words, base, color, font, anchor: .middle))
      }
    }
    if tiles.isEmpty { picture.marks.append(.text("no images", Point(gap, top + 12), .muted)) }
    return picture
  }

  /// At most four images in a row, which together are as wide as a phone's screen.
  private func onPhone() -> Picture {
    var grid = ImageGrid(title, columns: min(columns, 4))
    grid.tiles = tiles
    let across = max(1, min(grid.columns, tiles.count))
    return grid.picture(tile: (Picture.phoneWidth - 8) / Double(across) - 8).onPhone()
  }

  /// How many times a pixel is repeated so that there are at least two per point of the page.
  private func repeats(of pixels: Pixels, in tile: Double) -> Int {
    max(1, Int((2 * tile / Double(max(pixels.width, pixels.height))).rounded(.up)))
  }

  /// A description for screen readers: the captions.
  private var spoken: String {
    let captions = tiles.filter { !$0.caption.isEmpty }.map {
      $0.caption + ($0.wrong ? " (wrong)" : "")
    }
    let count = tiles.count == 1 ? "One image" : "\(tiles.count) images"
    return captions.isEmpty ? "\(count)." : "\(count): \(captions.joined(separator: ", "))."
  }
}
