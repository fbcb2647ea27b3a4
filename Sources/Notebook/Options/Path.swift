import ArgumentParser
import Foundation

/// A path given on the command line, or its default.
struct Path: ExpressibleByArgument {
  let url: URL
  /// As it is printed: as it was typed, or relative to the package.
  let shown: String

  var defaultValueDescription: String { shown }

  /// A path as it was typed, relative to the current folder.
  init?(argument: String) {
    if argument.isEmpty { return nil }
    self.init(URL(fileURLWithPath: argument), shown: argument)
  }

  /// A path in the package, shown relative to it.
  init(_ url: URL, shown: String) {
    (self.url, self.shown) = (url, shown)
  }
}
