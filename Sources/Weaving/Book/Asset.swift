import Foundation

/// The style sheets and scripts of the book, from `Sources/Weaving/Site`.
enum Asset {
  static func text(_ name: String) throws -> String {
    try String(
      contentsOf: Bundle.module.resourceURL!.appending(path: "Site/\(name)"), encoding: .utf8)
  }
}
