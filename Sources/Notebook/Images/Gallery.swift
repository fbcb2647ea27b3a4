/// Images side by side with captions below, as many in a row as the terminal is wide, in at most two rows.
///
/// If there are more, a last line says how many are shown.
func gallery(_ images: [GrayImage], _ terminal: Terminal) -> String {
  // An image wider than the window is shrunk by whole factors until it fits.
  let images = images.map { image in
    let factor = (image.width + terminal.width - 1) / terminal.width
    return image.shrunk(rows: factor, columns: factor)
  }
  guard let widest = images.map(\.width).max() else { return "" }
  let columns = min(terminal.width, max(widest, images.map(\.caption.displayWidth).max()!))
  let perRow = max(1, (terminal.width + gap.count) / (columns + gap.count))
  let shown = images.prefix(mostRows * perRow)
  let rows = stride(from: 0, to: shown.count, by: perRow)
    .map { row(shown[$0..<min(shown.count, $0 + perRow)], columns, terminal) }
  let isAll = shown.count == images.count
  return (rows + (isAll ? [] : ["the first \(shown.count) of \(images.count)"]))
    .joined(separator: "\n\n")
}

private let mostRows = 2

private let gap = "  "

private func row(_ images: ArraySlice<GrayImage>, _ columns: Int, _ terminal: Terminal) -> String {
  let pictures = images.map { picture($0, terminal) }
  let height = pictures.map(\.count).max()!
  var lines = (0..<height).map { line in
    zip(images, pictures).map { image, picture in
      // Lines hold color codes, so their width is taken from the image.
      let text = line < picture.count ? picture[line] : String(repeating: " ", count: image.width)
      let spare = columns - image.width
      return String(repeating: " ", count: spare / 2) + text
        + String(repeating: " ", count: spare - spare / 2)
    }
  }
  if images.contains(where: { !$0.caption.isEmpty }) {
    lines.append(images.map { $0.caption.fitting(columns).padded(to: columns, .center) })
  }
  return lines.map { $0.joined(separator: gap).trimmingTrailingSpaces }.joined(separator: "\n")
}
