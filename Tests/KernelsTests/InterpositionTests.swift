import Foundation
import Testing

/// Whether oneDNN, a shared library, really calls the threads of this package: the dynamic linker tells.
@Suite struct InterpositionTests {
  @Test(arguments: ["chapter2", "chapter5", "bench", "draw", "classify"])
  func oneDNNComputesOnOurThreads(program: String) throws {
    let process = Process()
    // Programs lie in the folder the tests were built into.
    process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: program)
    process.arguments = ["--help"]
    process.environment = ProcessInfo.processInfo.environment
      .merging(["LD_DEBUG": "bindings", "LD_BIND_NOW": "1"]) { $1 }
    let errors = Pipe()
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, errors)
    try process.run()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    // "binding file …/libdnnl.so.2 [0] to …/chapter2 [0]: normal symbol `GOMP_parallel' [GOMP_4.0]"
    let bindings = said.split(separator: "\n").filter {
      $0.contains("binding file") && $0.contains("libdnnl")
        && ($0.contains("`GOMP_") || $0.contains("`omp_"))
    }
    #expect(bindings.contains { $0.contains("`GOMP_parallel'") })
    for binding in bindings { #expect(binding.contains("/\(program) ["), "\(binding)") }
  }
}
