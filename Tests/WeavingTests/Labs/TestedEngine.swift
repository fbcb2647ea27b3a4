import Foundation
import TestSupport

@testable import Weaving

extension PageEngine {
  /// The engine of the book that is tested.
  static let tested: PageEngine = {
    guard let file = ProcessInfo.processInfo.environment["LIVE_MODULE"],
      let run = try? Running(file)
    else { return .missing("no module") }
    return .built(script: "const liveModule = \"\(run.text)\";\n")
  }()

  var isBuilt: Bool { if case .built = self { true } else { false } }
}

private struct Running {
  let text: String
  init(_ file: String) throws {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "gzip -9nc '\(file)' | base64 -w 0"]
    process.standardOutput = pipe
    try process.run()
    text = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
  }
}
