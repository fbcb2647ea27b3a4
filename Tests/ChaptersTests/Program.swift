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
  var file: URL {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: name)
  }

  /// - Parameters:
  ///   - folder: where it prints to, and where its figures go.
  ///   - words: what it must have printed before Ctrl-C is sent, if it should be; it is sent only when the
  ///     program catches it, which it does from its first training on.
  func run(_ arguments: [String], in folder: URL, interruptedAfter words: String? = nil) throws
    -> Result
  {
    // A reader's figures are not a test's to overwrite.
    let figures = arguments.contains("--figures") ? [] : ["--figures", folder.path]
    return try Self.run(file, arguments + figures, in: folder, interruptedAfter: words)
  }

  /// Runs the program in this file as it is, in a folder, whatever the environment of the tests is.
  static func run(
    _ file: URL, _ arguments: [String], in folder: URL, interruptedAfter words: String? = nil
  ) throws -> Result {
    let process = Process()
    process.executableURL = file
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let disturbing = ["FORCE_COLOR", "CLICOLOR_FORCE", "LC_ALL", "WOVEN_CHAPTERS", "KERNELS"]
    process.environment = ProcessInfo.processInfo.environment
      .filter { !disturbing.contains($0.key) }
      .merging(["CI": "true", "NO_COLOR": "1", "LANG": "C.UTF-8", "COLUMNS": "500"]) { $1 }
    let (output, errors) = (folder.appending(path: "out"), folder.appending(path: "err"))
    for file in [output, errors] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    if let words {
      while process.isRunning,
        try !String(contentsOf: output, encoding: .utf8).contains(words)
          || !catchesCtrlC(process.processIdentifier)
      {
        Thread.sleep(forTimeInterval: 0.05)
      }
      // By then the training is under way.
      Thread.sleep(forTimeInterval: 0.2)
      process.interrupt()
    }
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }
}

/// Whether a process has a handler for SIGINT; where the system does not say, it is taken for granted.
private func catchesCtrlC(_ process: Int32) -> Bool {
  guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
    let mask = status.firstMatch(of: /SigCgt:\s*([0-9a-f]+)/),
    let caught = UInt64(mask.1, radix: 16)
  else { return true }
  return caught >> UInt64(SIGINT - 1) & 1 == 1
}
