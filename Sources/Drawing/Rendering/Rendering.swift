import Foundation

extension Diagram {
  /// The figure as a file of this format.
  ///
  /// Equal figures give equal bytes, on every thread and in every process.
  ///
  /// - Parameter dpi: pixels for each inch of a PNG image, fewer if it would be longer than 32,767.
  /// - Throws: `DrawingError` with Graphviz' own words if it cannot draw the figure.
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
  /// - Throws: `DrawingError` if it cannot be drawn, or the file not be written.
  public func write(to file: URL, as format: Format, dpi: Int = 192) throws {
    let data = try rendered(as: format, dpi: dpi)
    let folder = file.deletingLastPathComponent()
    let beside = folder.appending(path: ".\(UUID().uuidString).\(format.rawValue)")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try data.write(to: beside)
    } catch {
      unlink(beside.path)
      throw DrawingError(
        "The figure \(file.lastPathComponent) could not be written into \(folder.path): "
          + "the folder cannot be made, refuses it, or is full.")
    }
    if rename(beside.path, file.path) != 0 {
      let reason = String(cString: strerror(errno))
      unlink(beside.path)
      throw DrawingError("The figure could not be put in place at \(file.path): \(reason).")
    }
  }
}
