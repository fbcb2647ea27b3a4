import Foundation
import Sentences

/// The rows that a program measured and printed, one JSON object per line.
func rows(from command: [String]) throws -> [Row] {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = command
  let pipe = Pipe()
  process.standardOutput = pipe
  try process.run()
  let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  guard process.terminationStatus == 0 else {
    throw SentenceError(
      "\(command.joined(separator: " ")) ended with status \(process.terminationStatus)")
  }
  return try output.split(separator: UInt8(ascii: "\n")).map {
    try JSONDecoder().decode(Row.self, from: $0)
  }
}

/// Enough digits to compare by.
func decimals(_ x: Double) -> String { String(format: x < 100 ? "%.2f" : "%.0f", x) }
