import Foundation

/// A program of this package, run as a reader runs it.
struct Program {
  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  let name: String

  /// Programs lie in the folder the tests were built into.
  private var file: URL {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: name)
  }

  /// - Parameter words: what it must have printed before Ctrl-C is sent, if it should be.
  func run(_ arguments: [String], in folder: URL, interruptedAfter words: String? = nil) throws
    -> Result
  {
    let process = Process()
    process.executableURL = file
    // Readers' figures are not a test's to overwrite.
    process.arguments =
      arguments + (arguments.contains("--figures") ? [] : ["--figures", folder.path])
    var environment = ProcessInfo.processInfo.environment
    environment["CI"] = "true"
    process.environment = environment
    let (output, errors) = (folder.appending(path: "out"), folder.appending(path: "err"))
    for file in [output, errors] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    if let words {
      while process.isRunning, try !String(contentsOf: output, encoding: .utf8).contains(words) {
        Thread.sleep(forTimeInterval: 0.05)
      }
      process.interrupt()
    }
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }
}
