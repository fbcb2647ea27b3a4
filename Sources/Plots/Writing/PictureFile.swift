import Files
import Foundation
import Sentences

/// The kinds of files a picture is kept in.
public enum PictureFormat: String, CaseIterable, Sendable {
  /// Sharp at every size, for pages and slides.
  case svg
  /// Pixels, two to the point.
  case png
  /// Sharp at every size, for print and LaTeX.
  case pdf
}

extension Picture {
  /// Writes the picture to `file`.
  ///
  /// It is written beside and then renamed, so that no reader ever meets half a picture. Equal pictures
  /// give equal bytes.
  ///
  /// - Throws: `SentenceError` if `file` is not a place for a file, or cannot be written, or if there
  ///   is nothing that makes PNG or PDF.
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
