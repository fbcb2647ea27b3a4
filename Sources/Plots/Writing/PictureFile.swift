import Files
import Foundation
import Sentences

/// The file formats of a picture.
public enum PictureFormat: String, CaseIterable, Sendable {
  /// Vector graphics for web pages and slides.
  case svg
  /// An image with two pixels per point.
  case png
  /// Vector graphics for print and LaTeX.
  case pdf
}

extension Picture {
  /// Writes the picture to `file`, replacing it atomically; the folder must exist.
  ///
  /// Equal pictures give equal bytes.
  ///
  /// - Throws: `SentenceError` if `file` is not a file URL or cannot be written, or if PNG or PDF is
  ///   wanted and `rsvg-convert` is not installed.
  public func write(
    to file: URL, as format: PictureFormat = .svg, theme: Theme = .auto
  ) throws {
    guard file.isFileURL else {
      throw SentenceError("A picture is written to a file; \(file.absoluteString) is not one.")
    }
    try replace(file, with: data(as: format, theme))
  }

  private func data(as format: PictureFormat, _ theme: Theme) throws -> Data {
    switch format {
    case .svg: Data(svg(theme).utf8)
    case .png, .pdf: try converted(to: format, theme)
    }
  }
}
