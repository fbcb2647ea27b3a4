import Foundation
import Synchronization

/// Child processes that are terminated when this program is interrupted.
package enum Child {
  private static let running = Mutex<[Process]>([])

  /// Runs a program and waits for it.
  ///
  /// - Parameter extra: environment variables to set; an empty value removes one.
  /// - Returns: its standard output and its exit status. Standard error is inherited, so that progress
  ///   bars are shown.
  static func run(_ arguments: [String], in folder: URL, _ extra: [String: String]) throws
    -> (printed: String, status: Int32)
  {
    let process = process(arguments, in: folder)
    process.environment = ProcessInfo.processInfo.environment.merging(extra) { $1 }
      .filter { !$0.value.isEmpty }
    let pipe = Pipe()
    process.standardOutput = pipe
    try start(process)
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    return (String(decoding: data, as: UTF8.self), end(process))
  }

  /// Runs a program, perhaps beside others, and waits for it.
  ///
  /// - Parameter log: where it writes its output and its errors. A pipe would be inherited by a program that is
  ///   started at the same time, and end only with that one.
  /// - Returns: its exit status.
  static func run(_ arguments: [String], in folder: URL, log: URL) throws -> Int32 {
    try Data().write(to: log)
    let file = try FileHandle(forWritingTo: log)
    defer { try? file.close() }
    let process = process(arguments, in: folder)
    (process.standardOutput, process.standardError) = (file, file)
    try start(process)
    return end(process)
  }

  /// Terminates all that are running.
  package static func terminate() {
    running.withLock { $0.forEach { $0.terminate() } }
  }

  private static func process(_ arguments: [String], in folder: URL) -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    return process
  }

  private static func start(_ process: Process) throws {
    try running.withLock {
      try process.run()
      $0.append(process)
    }
  }

  private static func end(_ process: Process) -> Int32 {
    process.waitUntilExit()
    running.withLock { $0.removeAll { $0 === process } }
    return process.terminationStatus
  }
}
