import Sentences

extension Picture {
  /// The picture as an SVG file, which any browser opens, and which follows its light or dark mode.
  public var svg: String { svg(.auto) }

  /// The picture as an SVG file in these colours.
  ///
  /// Colours are plain attributes, which every SVG reader understands; only the night colours of
  /// `.auto` are CSS, which the simpler readers skip. Equal pictures give equal bytes. There are no
  /// ids, so many files may be put into one page.
  public func svg(_ theme: Theme) -> String {
    let (wide, high) = (svgNumber(width), svgNumber(height))
    var lines = [
      #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \#(wide) \#(high)" width="\#(wide)" "#
        + #"height="\#(high)" role="img" aria-label="\#(escaped(title))" "#
        + #"font-family="\#(fontFamily)">"#,
      "<title>\(escaped(title))</title>",
    ]
    if !description.isEmpty { lines.append("<desc>\(escaped(description))</desc>") }
    if theme == .auto { lines.append("<style>\(Color.nightStyle(for: colors))</style>") }
    // A page behind the drawing that stays light must not swallow the light text of the night.
    lines.append(
      #"<rect class="paper" width="\#(wide)" height="\#(high)" fill="\#(theme(.paper))"/>"#)
    lines += marks.filter(\.canBeDrawn).map { $0.svg(theme) }
    return lines.joined(separator: "\n") + "\n</svg>\n"
  }
}

/// The first of these that the reader has; the later ones know Chinese.
private let fontFamily =
  "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Helvetica Neue', Arial, 'DejaVu Sans', "
  + "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'WenQuanYi Micro Hei', sans-serif"
