import Foundation

extension Diagram {
  /// The figure as a file of this format.
  ///
  /// Equal figures give equal bytes, on every thread and in every process.
  ///
  /// - Throws: `DrawingError` with Graphviz' own words if it cannot draw the figure.
  public func rendered(as format: Format) throws -> Data {
    switch format {
    case .dot: Data(dot.utf8)
    case .svg: finishedSVG(try Graphviz.render(self, as: "svg"))
    case .png: try Graphviz.render(self, as: "png", pixelsPerInch: 192)
    case .pdf: withoutTime(try Graphviz.render(self, as: "pdf"))
    }
  }

  /// Writes the figure to `file`, beside it first and then renamed: nobody ever meets half a figure.
  ///
  /// - Throws: `DrawingError` if it cannot be drawn, or the file not be written.
  public func write(to file: URL, as format: Format) throws {
    let data = try rendered(as: format)
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
