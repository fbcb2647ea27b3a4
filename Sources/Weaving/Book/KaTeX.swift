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

  /// Style sheet and script for a file that is passed around alone, with the fonts in them; `nil` if KaTeX is
  /// not installed.
  static func inlined() throws -> (style: String, script: String)? {
    guard isInstalled else { return nil }
    let fonts = source.appending(path: "fonts").resolvingSymlinksInPath()
    func text(_ name: String) throws -> String {
      try String(contentsOf: source.appending(path: name), encoding: .utf8)
    }
    let style = try text("katex.min.css").replacing(
      #/@font-face\{[^}]*?font-family:"?(\w+)"?[^}]*?url\(fonts\/([\w-]+\.woff2)\)[^}]*\}/#
    ) { match -> String in
      guard families.contains(String(match.1)) else { return "" }
      let font = try Data(contentsOf: fonts.appending(path: String(match.2))).base64EncodedString()
      return String(match.0).replacing(
        #/src:[^;}]*/#, with: "src:url(data:font/woff2;base64,\(font)) format(\"woff2\")")
    }
    return (style, try text("katex.min.js").replacing("</script", with: "<\\/script"))
  }

  /// The fonts of formulas in roman and italic letters, with their signs.
  private static let families: Set = [
    "KaTeX_Main", "KaTeX_Math", "KaTeX_AMS", "KaTeX_Size1", "KaTeX_Size2", "KaTeX_Size3",
    "KaTeX_Size4",
  ]
}
