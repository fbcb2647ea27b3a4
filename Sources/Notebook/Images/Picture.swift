/// An image as lines of text, two rows of pixels to a line: characters are twice as high as wide.
func picture(_ image: GrayImage, _ terminal: Terminal) -> [String] {
  switch terminal.colors {
  case .full where terminal.isUnicode: halfBlocks(image) { "2;\($0);\($0);\($0)" }
  case .palette where terminal.isUnicode: halfBlocks(image) { "5;\(paletteGray($0))" }
  default: ramp(image.shrunk(rows: 2, columns: 1))
  }
}

/// Upper half blocks: the foreground color is the upper pixel, the background color the lower.
private func halfBlocks(_ image: GrayImage, color: (UInt8) -> String) -> [String] {
  stride(from: 0, to: image.height, by: 2).map { row in
    var line = ""
    var current = ""
    for column in 0..<image.width {
      let paper = image.pixel(row + 1, column).map { "48;" + color($0) } ?? "49"
      let colors = "\u{1B}[38;\(color(image.pixel(row, column)!));\(paper)m"
      if colors != current { line += colors }
      current = colors
      line += "▀"
    }
    return line + "\u{1B}[0m"
  }
}

/// The nearest gray among xterm's 256: black, 24 steps from 8 to 238, white.
private func paletteGray(_ value: UInt8) -> Int {
  let step = (Int(value) - 8 + 5) / 10
  return value < 4 ? 16 : value > 246 ? 231 : 232 + min(23, max(0, step))
}

/// Characters in order of the area they cover.
private func ramp(_ image: GrayImage) -> [String] {
  let characters = Array(" .:-=+*#%@")
  return (0..<image.height).map { row in
    String((0..<image.width).map { characters[(Int(image.pixel(row, $0)!) * 9 + 127) / 255] })
  }
}
