/// The versions of a figure beside it: `block-slide.svg` for slides, `block-phone.svg` for phones.
enum FigureVersion {
  private static let purposes = ["slide", "phone"]

  /// The names of the versions of `block.svg`.
  static func names(of figure: String) -> [String] {
    let parts = figure.split(separator: ".")
    return purposes.map { "\(parts.dropLast().joined(separator: "."))-\($0).\(parts.last!)" }
  }

  /// The path of the version for phones.
  static func phone(of figure: String) -> String { names(of: figure).last! }

  /// The figure that a file is a version of; `nil` if it is a figure itself.
  static func original(of file: String) -> String? {
    let match = file.wholeMatch(of: #/(.+)-(?:slide|phone)(\.\w+)/#)
    return match.map { "\($0.1)\($0.2)" }
  }
}
