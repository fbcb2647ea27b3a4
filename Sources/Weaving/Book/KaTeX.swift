import Foundation

/// KaTeX, which renders the formulas in the reader's browser; without it they appear as TeX.
enum KaTeX {
  /// The folder of the environment variable `KATEX`, or else where Debian installs it.
  private static let source = URL(
    filePath: ProcessInfo.processInfo.environment["KATEX"] ?? "/usr/share/javascript/katex")

  static let isInstalled = FileManager.default.fileExists(
    atPath: source.appending(path: "katex.min.js").path)

  static func copy(to folder: URL) throws {
    guard isInstalled else {
      let sentence =
        "Formulas will appear as TeX, since there is no KaTeX in \(source.path): "
        + "apt-get install libjs-katex, or name its folder in the environment variable KATEX.\n"
      return FileHandle.standardError.write(Data(sentence.utf8))
    }
    let (files, katex) = (FileManager.default, source)
    let fonts = katex.appending(path: "fonts").resolvingSymlinksInPath()
    try files.createDirectory(
      at: folder.appending(path: "fonts"), withIntermediateDirectories: true)
    for name in ["katex.min.js", "katex.min.css"] {
      try files.copyItem(
        at: katex.appending(path: name).resolvingSymlinksInPath(), to: folder.appending(path: name))
    }
    for font in try files.contentsOfDirectory(atPath: fonts.path) where font.hasSuffix(".woff2") {
      try files.copyItem(
        at: fonts.appending(path: font), to: folder.appending(path: "fonts/\(font)"))
    }
  }
}
