import Foundation
import Synchronization

/// A program started from this one, which ends when this one is interrupted.
public enum Child {
  private static let running = Mutex<Process?>(nil)

  /// Runs a program to its end.
  ///
  /// - Parameter extra: what is added to the environment; an empty value takes a variable away.
  /// - Returns: all it wrote to standard output. Standard error stays this program's own, so that bars
  ///   are seen.
  static func run(_ arguments: [String], in folder: URL, _ extra: [String: String]) throws
    -> (printed: String, status: Int32)
  {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(extra) { $1 }
      .filter { !$0.value.isEmpty }
    let pipe = Pipe()
    (process.standardOutput, process.standardInput) = (pipe, FileHandle.nullDevice)
    try running.withLock {
      try process.run()
      $0 = process
    }
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    running.withLock { $0 = nil }
    return (String(decoding: data, as: UTF8.self), process.terminationStatus)
  }

  /// Ends the program that is running, if one is.
  public static func terminate() {
    running.withLock { $0?.terminate() }
  }
}
