import Foundation
import LiveNets
import TestSupport
import Testing

@testable import Weaving

/// What every net of the chapters is and computes, compiled for a page and not.
@Suite struct LiveNetsTests {
  /// Names, order, shapes and numbers of every net.
  @Test(
    .enabled(
      if: (try? LiveToolchain()) != nil && isThere("node"),
      "node or the packages for WebAssembly are not installed"))
  func everyNetIsTheSameInAPage() async throws {
    let later = LiveUnit(
      name: "Chapter7Blocks", files: try LiveUnit.swift(repository, "Chapters/Chapter7/Blocks"),
      listsProperties: true)
    let calls = LiveUnit(
      name: "LiveNets", files: try LiveUnit.swift(repository, "Tests/LiveNets"), hasObject: true)
    let outcome = try LiveModule(repository, [later, calls]).compiled()
    guard case .compiled(let module, _) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    let there = try inTemporaryFolder { folder in
      try module.write(to: folder.appending(path: "nets.wasm"))
      try Data(reader.utf8).write(to: folder.appending(path: "nets.mjs"))
      let (said, status) = try Child.run(["node", "nets.mjs"], in: folder, [:])
      #expect(status == 0)
      return said
    }
    // Here with the same kernels, in a process that has not chosen others.
    let here = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      setenv("KERNELS", "lanes", 1)
      print("<nets>\(Nets().text)</nets>")
      exit(0)
    }
    let printed = String(decoding: here?.standardOutputContent ?? [], as: UTF8.self)
    let text = try #require(printed.firstMatch(of: #/(?s)<nets>(.*)<\/nets>/#)).1
    let wrong = zip(there.split(separator: "\n"), text.split(separator: "\n")).filter { $0 != $1 }
    #expect(wrong.map { "\($0) there, \($1) here" } == [])
    #expect(there.count == text.count && there.count > 30_000)
  }
}

/// Prints what the nets say in a page.
private let reader = """
  const fs = await import("fs");
  const page = { stop: () => { throw new Error("stopped"); } };
  const module = await WebAssembly.compile(fs.readFileSync("nets.wasm"));
  const engine = (await WebAssembly.instantiate(module, { page })).exports;
  const count = engine.nets();
  process.stdout.write(Buffer.from(Array.from({ length: count }, (_, i) => engine.byte(i))));
  """

private func isThere(_ program: String) -> Bool {
  (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
}
