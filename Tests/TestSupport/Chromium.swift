import Foundation

/// Chromium without a window, where it is installed.
public enum Chromium {
  /// The path of its program; `nil` where it is not.
  public static let file = [
    "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
  ]
  .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// What was there when a page was closed.
  public struct Visit {
    /// The document after its scripts have run.
    public let page: String
    /// Console messages, including errors.
    public let console: [Substring]
  }

  /// Opens a page from the disk, waits for its scripts, and closes it.
  public static func visit(_ page: URL, profile: URL) throws -> Visit {
    let (page, said) = try run(["--dump-dom", page.absoluteString], profile)
    return Visit(page: page, console: said.split(separator: "\n").filter { $0.contains("CONSOLE") })
  }

  /// Prints a page from the disk to a PDF file.
  public static func print(_ page: URL, to file: URL, profile: URL) throws {
    _ = try run(
      ["--no-pdf-header-footer", "--print-to-pdf=\(file.path)", page.absoluteString], profile)
  }

  private static func run(_ arguments: [String], _ profile: URL) throws
    -> (printed: String, said: String)
  {
    let process = Process()
    process.executableURL = URL(filePath: file!)
    process.arguments =
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--allow-file-access-from-files",
        "--user-data-dir=\(profile.path)", "--enable-logging=stderr", "--window-size=1280,900",
        "--virtual-time-budget=60000", "--timeout=120000",
      ] + arguments
    let errors = profile.appending(path: "errors")
    try Data().write(to: errors)
    let pipe = Pipe()
    (process.standardOutput, process.standardError) = (pipe, try FileHandle(forWritingTo: errors))
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let said = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
    return (String(decoding: data, as: UTF8.self), said)
  }
}
