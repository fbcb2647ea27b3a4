import Foundation
import Sentences

/// A program that ran to its end, and what it printed.
struct Child {
  let output: Data
  /// What it said on standard error, if that was asked for.
  let errors: String
  let status: Int32
  private let reason: Process.TerminationReason

  var succeeded: Bool { reason == .exit && status == 0 }

  /// Whether it stopped because the system had no memory for it, or was ended for that.
  var ranOutOfMemory: Bool {
    // The latter are the words of PyTorch.
    let isSaid = ["out of memory", "can't allocate memory"].contains { errors.contains($0) }
    return !succeeded && (isSaid || reason == .uncaughtSignal && status == SIGKILL)
  }

  /// - Parameters:
  ///   - command: a path or a name to be looked for, and its arguments.
  ///   - environment: variables that are set for it in addition.
  ///   - keepsErrors: whether its standard error is kept, and not shown.
  static func run(
    _ command: [String], environment: [String: String] = [:], keepsErrors: Bool = false
  ) throws -> Child {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    if keepsErrors { process.standardError = errors }
    try process.run()
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    let said = keepsErrors ? try errors.fileHandleForReading.readToEnd() ?? Data() : Data()
    process.waitUntilExit()
    return Child(
      output: printed, errors: String(decoding: said, as: UTF8.self),
      status: process.terminationStatus, reason: process.terminationReason)
  }

  /// The rows that it printed, one JSON object per line.
  func rows() throws -> [Row] {
    try output.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(Row.self, from: $0)
    }
  }
}

/// The rows that a program measured and printed.
func rows(from command: [String]) throws -> [Row] {
  let child = try Child.run(command)
  guard child.succeeded else {
    throw SentenceError("\(command.joined(separator: " ")) ended with status \(child.status)")
  }
  return try child.rows()
}

/// Enough digits to compare by.
func decimals(_ x: Double) -> String { String(format: x < 100 ? "%.2f" : "%.0f", x) }
