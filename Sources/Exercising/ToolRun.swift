import Foundation
import Sentences

/// A tool of Swift's that ran to its end: what it printed, and whether it succeeded.
struct ToolRun {
  let succeeded: Bool
  let output: String

  /// Runs a program and waits for it; one that takes longer than `seconds` is ended.
  ///
  /// What it prints goes to a file: a pipe that nobody reads would stop it.
  init(
    _ program: String, _ arguments: [String], in folder: URL, seconds: Double = 300,
    environment: [String: String]? = nil, errors: Bool = true
  ) throws {
    let file = folder.appending(path: "output-\(UInt64.random(in: 0 ... .max)).txt")
    try Data().write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let output = try FileHandle(forWritingTo: file)
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    if let environment { process.environment = environment }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors ? output : FileHandle.nullDevice
    do { try process.run() } catch {
      throw SentenceError("\(program) cannot be started: \(error.localizedDescription)")
    }
    let ends = DispatchQueue.global().asyncAfterOrNever(seconds) { process.terminate() }
    process.waitUntilExit()
    ends.cancel()
    try output.close()
    self.output = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    succeeded = process.terminationReason == .exit && process.terminationStatus == 0
  }
}

extension DispatchQueue {
  fileprivate func asyncAfterOrNever(
    _ seconds: Double, _ body: @escaping @Sendable () -> Void
  ) -> DispatchWorkItem {
    let item = DispatchWorkItem(block: body)
    asyncAfter(deadline: .now() + seconds, execute: item)
    return item
  }
}
