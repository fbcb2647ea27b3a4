import Files
import Foundation

/// The file formats of a diagram.
public enum Format: String, CaseIterable, Sendable {
  /// Vector graphics for web pages and slides.
  case svg
  /// An image, by default with 192 pixels per inch.
  case png
  /// Vector graphics for print and LaTeX.
  case pdf
  /// The language of Graphviz, to be edited by hand.
  case dot
  /// For LaTeX documents, which set its text; its files end in `.tex`.
  case tikz
}

extension Diagram {
  /// The diagram as the contents of a file of this format.
  ///
  /// Equal diagrams give equal bytes, on every thread and in every process.
  ///
  /// - Parameter dpi: the pixels per inch of a PNG image, reduced if it would be longer than 32,767 pixels.
  /// - Throws: `SentenceError` with Graphviz' message if it cannot draw the diagram.
  public func rendered(as format: Format, dpi: Int = 192) throws -> Data {
    switch format {
    case .dot: Data(dot.utf8)
    case .svg: finishedSVG(try Graphviz.render(self, as: "svg"))
    case .tikz:
      Data(tikz(String(decoding: try rendered(as: .svg), as: UTF8.self)).utf8)
    case .png: try Graphviz.render(self, as: "png", pixelsPerInch: dpi)
    case .pdf: undated(try Graphviz.render(self, as: "pdf"))
    }
  }

  /// Writes the diagram to `file`, replacing it atomically; missing folders are created.
  ///
  /// - Parameter dpi: as in `rendered(as:dpi:)`.
  /// - Throws: `SentenceError` if the diagram cannot be drawn or the file cannot be written.
  public func write(to file: URL, as format: Format, dpi: Int = 192) throws {
    let data = try rendered(as: format, dpi: dpi)
    try makeFolder(file.deletingLastPathComponent())
    try replace(file, with: data)
  }
}
