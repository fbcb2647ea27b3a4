import ArgumentParser
import Foundation

/// A file or folder named on the command line, or the one that is meant when none is named.
struct Path: ExpressibleByArgument {
  let url: URL
  let defaultValueDescription: String

  /// A path that a reader typed, relative to the folder the reader is in.
  init?(argument: String) {
    if argument.isEmpty { return nil }
    self.init(URL(fileURLWithPath: argument), shown: argument)
  }

  /// A path of the package, shown relative to it.
  init(_ url: URL, shown: String) {
    (self.url, defaultValueDescription) = (url, shown)
  }
}
