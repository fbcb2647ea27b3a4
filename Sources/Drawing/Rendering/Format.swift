/// The kinds of files a figure is kept in.
public enum Format: String, CaseIterable, Sendable {
  /// Sharp at every size, for pages and slides.
  case svg
  /// Pixels, 192 to the inch.
  case png
  /// Sharp at every size, for print and LaTeX.
  case pdf
  /// The words of Graphviz, to go on by hand.
  case dot
}
