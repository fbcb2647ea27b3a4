import Foundation
import Testing

@testable import Weaving

/// Tests of the page with the engine in forty lines: it shows what the program prints.
@Suite struct EngineInSmallTests {
  private let page = Result { Page(markdown: try repository.text("Chapters/Book/engine.md")) }

  @Test func thePageShowsWhatTheProgramPrints() throws {
    let process = Process()
    process.executableURL = program("engine")
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let printed = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let text = String(decoding: printed, as: UTF8.self).trimmingNewlines
    #expect(try page.get().blocks.contains(.output(text)), "the program prints:\n\(text)")
  }

  @Test func itFitsOnAScreen() throws {
    let lines = try repository.text("Chapters/Book/Engine/main.swift").split(separator: "\n")
    let code = lines.filter {
      $0.contains { $0.isLetter } && !$0.drop { $0 == " " }.hasPrefix("//")
    }
    #expect(code.count <= 40 && lines.count < 60)
  }

  @Test func itStandsBeforeThePagesAboutItsParts() throws {
    let names = Contents(try repository.text("Chapters/Book/contents.txt")).items.map(\.name)
    let parts = ["engine", "tensor", "tape", "operation", "layer", "optimizer", "kernels"]
    #expect(names.filter(parts.contains) == parts)
  }
}
