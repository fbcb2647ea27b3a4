import ArgumentParser
import Foundation
import Plots

/// How a chapter's figures are kept.
struct FigureOptions: ParsableArguments {
  @Option(
    name: .customLong("figures"),
    help: .init("The folder figures are written to.", valueName: "path"))
  var path = Chapter.current.figures

  @Option(
    name: .customLong("figure-format"),
    help: .init(
      "The kind of file: \(names(of: PictureFormat.self)). Charts as png or pdf need rsvg-convert.",
      valueName: "name"))
  private var formatName = "svg"

  @Option(
    name: .customLong("figure-theme"),
    help: .init(
      "The colors: \(names(of: Theme.self)). auto follows the reader of an SVG file; paper is black and white.",
      valueName: "name"))
  private var themeName = "auto"

  @Option(
    name: .customLong("figure-for"),
    help: .init(
      "What they are for, which decides how large their type is: \(names(of: Purpose.self)).",
      valueName: "name"))
  private var purposeName = "page"

  @Option(
    name: .customLong("figure-language"),
    help: .init(
      "The language of the words in pictures of nets: \(names(of: Language.self)).",
      valueName: "name"))
  private var languageName = "en"

  @Option(
    name: .customLong("charts"),
    help: .init(
      "Whether charts are also printed, small: \(names(of: ChartOption.self)). auto does so in a terminal only; "
        + "pictures of nets are files in any case.",
      valueName: "when"))
  private var chartsName = "auto"

  func validate() throws {
    let book = Chapter.current.path("Figures/\(Chapter.current.folder)").url
    func realPath(_ folder: URL) -> String { folder.resolvingSymlinksInPath().standardized.path }
    if realPath(path.url) == realPath(book), !Woven.isOn {
      throw ValidationError(
        "--figures is \(path.shown), which holds the book's figures; only swift run weave replaces those"
      )
    }
    _ = try named(formatName, "format", as: PictureFormat.self)
    _ = try named(themeName, "theme", as: Theme.self)
    _ = try named(purposeName, "purpose", as: Purpose.self)
    _ = try named(languageName, "language", as: Language.self)
    _ = try named(chartsName, "choice for --charts", as: ChartOption.self)
  }

  /// The format, which `validate` has checked.
  var format: PictureFormat { PictureFormat(rawValue: formatName.lowercased())! }
  var charts: ChartOption { ChartOption(rawValue: chartsName.lowercased())! }
  var purpose: Purpose { Purpose(rawValue: purposeName.lowercased())! }
  var language: Language { Language(rawValue: languageName.lowercased())! }
  var theme: Theme { Theme(rawValue: themeName.lowercased())! }
}
