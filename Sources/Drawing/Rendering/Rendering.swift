import Files
import Foundation

extension Diagram {
  /// The figure as a file of this format.
  ///
  /// Equal figures give equal bytes, on every thread and in every process.
  ///
  /// - Parameter dpi: pixels for each inch of a PNG image, fewer if it would be longer than 32,767.
  /// - Throws: `SentenceError` with Graphviz' own words if it cannot draw the figure.
  public func rendered(as format: Format, dpi: Int = 192) throws -> Data {
    switch format {
    case .dot: Data(dot.utf8)
    case .svg: finishedSVG(try Graphviz.render(self, as: "svg"))
    case .png: try Graphviz.render(self, as: "png", pixelsPerInch: dpi)
    case .pdf: withoutTime(try Graphviz.render(self, as: "pdf"))
    }
  }

  /// Writes the figure to `file`, beside it first and then renamed: nobody ever meets half a figure.
  ///
  /// - Throws: `SentenceError` if it cannot be drawn, or the file not be written.
  public func write(to file: URL, as format: Format, dpi: Int = 192) throws {
    let data = try rendered(as: format, dpi: dpi)
    try makeFolder(file.deletingLastPathComponent())
    try replace(file, with: data)
  }
}
