import Foundation
import Synchronization

/// A child process that is terminated when this program is interrupted.
package enum Child {
  private static let running = Mutex<Process?>(nil)

  /// Runs a program and waits for it.
  ///
  /// - Parameter extra: environment variables to set; an empty value removes one.
  /// - Returns: its standard output and its exit status. Standard error is inherited, so that progress
  ///   bars are shown.
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

  /// Terminates the running child, if there is one.
  package static func terminate() {
    running.withLock { $0?.terminate() }
  }
}
